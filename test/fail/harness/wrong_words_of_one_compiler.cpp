// error(gcc): a variable is missing
// error(clang): a variable is missing
#ifdef EXPECT_ERROR
static_assert(false, "something else is wrong");
#endif
