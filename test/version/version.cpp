#include <nabla/version.hpp>

#include <string_view>

static_assert(NABLA_VERSION == MAJOR * 10000 + MINOR * 100 + PATCH, "version.hpp and CMakeLists.txt disagree");
static_assert(std::string_view(NABLA_VERSION_STRING) == TEXT, "version.hpp and CMakeLists.txt disagree");

int main() {}
