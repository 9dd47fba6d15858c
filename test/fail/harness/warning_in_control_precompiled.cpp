// error: expected
#include <nabla/nabla.hpp>
#ifdef EXPECT_ERROR
static_assert(false, "expected");
#else
void f() { int unused; }
#endif
