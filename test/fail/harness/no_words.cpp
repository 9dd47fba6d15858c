#ifdef EXPECT_ERROR
static_assert(false);
#endif
