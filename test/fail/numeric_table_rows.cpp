// error: a difference table has at least 1 row
#include <nabla/numeric/difference_table.hpp>

constexpr auto square = [](auto x) { return x * x; };
#ifdef EXPECT_ERROR
auto table() { return nabla::numeric::difference_table<0>(square, 1.0, 0.5, 0.5); }
#else
auto table() { return nabla::numeric::difference_table<1>(square, 1.0, 0.5, 0.5); }
#endif
