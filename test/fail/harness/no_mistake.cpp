// error: this never comes
#ifdef EXPECT_ERROR
int bad = 0;
#else
int good = 0;
#endif
