// error: expected
#include <nabla/nabla.hpp>
static_assert(false, "expected, in the mistake and in the control alike");
#ifdef EXPECT_ERROR
int bad = 0;
#endif
