// error: a variable is missing
#ifdef EXPECT_ERROR
static_assert(false, "something else is wrong");
static_assert(false, "a variable is missing");
#endif
