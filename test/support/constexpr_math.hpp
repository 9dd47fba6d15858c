#pragma once

// Where std::exp, std::sin and their kin are constant expressions (GCC folds them, Clang does not), static_asserts may ask for
// values that need them. Elsewhere the same checks run at run time only.
#if defined(__GNUC__) && !defined(__clang__)
#define NABLA_TEST_CONSTEXPR_MATH 1
#else
#define NABLA_TEST_CONSTEXPR_MATH 0
#endif
