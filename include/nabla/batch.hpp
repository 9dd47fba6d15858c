#pragma once

// Formulas over arrays of points, a SIMD pack at a time, and sums over rows of data. Not in the umbrella header, since
// <experimental/simd> is long and not every standard library has it.

// Messages begin with a line for each header by which they were come to: the one that refuses most is included from here first.
#include <nabla/batch/columns.hpp>
#include <nabla/batch/evaluate.hpp>
#include <nabla/batch/standard_pack.hpp>
#include <nabla/batch/sum_over_rows.hpp>
