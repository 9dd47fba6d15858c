#pragma once

// Formulas over arrays of points, a SIMD pack at a time, and sums over rows of data. Not in the umbrella header, since
// <experimental/simd> is long and not every standard library has it.

#include <nabla/batch/evaluate.hpp>
#include <nabla/batch/standard_pack.hpp>
#include <nabla/batch/sum_over_rows.hpp>
