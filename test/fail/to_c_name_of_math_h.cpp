// error(gcc): call to non-'constexpr' function 'void nabla::detail::to_c_takes_an_identifier_of_c_to_name_the_function()'
// error(clang): constexpr variable 'text' must be initialized by a constant expression
#include <nabla/nabla.hpp>

constexpr auto x = nabla::variable<"x">;
#ifdef EXPECT_ERROR
constexpr auto text = to_c(x * x, "sin");
#else
constexpr auto text = to_c(x * x, "sine");
#endif
static_assert(text.size() > 0);
