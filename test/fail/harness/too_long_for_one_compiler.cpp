// error: a variable is missing
// lines(gcc): 3
// lines(clang): 3
#ifdef EXPECT_ERROR
static_assert(false, "a variable is missing");
static_assert(false, "and the same again");
static_assert(false, "and again");
static_assert(false, "and again");
#endif
