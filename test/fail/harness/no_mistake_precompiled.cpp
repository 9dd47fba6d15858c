// error: this never comes
#include <nabla/nabla.hpp>
#ifdef EXPECT_ERROR
int bad = 0;
#else
int good = 0;
#endif
