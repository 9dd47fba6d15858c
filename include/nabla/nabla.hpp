#pragma once

// The whole library but for what needs another one: nabla/matrix.hpp needs Eigen, nabla/adapt/ the neighbour it is named for.

#include <boost/hana.hpp>

#include <nabla/config.hpp>
#include <nabla/version.hpp>

// Messages begin with a line for each header by which they were come to: those that refuse are included from here first.
#include <nabla/formula/expression.hpp>
#include <nabla/formula/family.hpp>
#include <nabla/formula/function.hpp>
#include <nabla/formula/lift.hpp>
#include <nabla/formula/literals.hpp>
#include <nabla/formula/operators.hpp>

#include <nabla/rules/arithmetic.hpp>
#include <nabla/rules/condition.hpp>
#include <nabla/rules/constants.hpp>
#include <nabla/rules/entropy.hpp>
#include <nabla/rules/error.hpp>
#include <nabla/rules/exponential.hpp>
#include <nabla/rules/gamma.hpp>
#include <nabla/rules/hyperbolic.hpp>
#include <nabla/rules/logistic.hpp>
#include <nabla/rules/piecewise.hpp>
#include <nabla/rules/power.hpp>
#include <nabla/rules/sinc.hpp>
#include <nabla/rules/sum.hpp>
#include <nabla/rules/trigonometric.hpp>

// These refuse, too, or are where a limit of the compiler ends.
#include <nabla/detail/growable.hpp>
#include <nabla/graph/graph.hpp>
#include <nabla/graph/recorded.hpp>
#include <nabla/graph/program.hpp>
#include <nabla/graph/arguments.hpp>
#include <nabla/graph/evaluate.hpp>
#include <nabla/graph/source.hpp>
#include <nabla/graph/trace.hpp>

#include <nabla/calculus/compose.hpp>
#include <nabla/calculus/derivative.hpp>
#include <nabla/calculus/derivatives.hpp>
#include <nabla/calculus/directional.hpp>
#include <nabla/calculus/fields.hpp>
#include <nabla/calculus/gradient.hpp>
#include <nabla/calculus/hessian.hpp>
#include <nabla/calculus/jacobian.hpp>
#include <nabla/calculus/products.hpp>
#include <nabla/calculus/taylor.hpp>
#include <nabla/calculus/tensor.hpp>
#include <nabla/calculus/traced.hpp>

#include <nabla/algebra/analysis.hpp>
#include <nabla/algebra/coefficient.hpp>
#include <nabla/algebra/collect.hpp>
#include <nabla/algebra/degree.hpp>
#include <nabla/algebra/equal.hpp>
#include <nabla/algebra/expand.hpp>
#include <nabla/algebra/factor.hpp>
#include <nabla/algebra/fraction.hpp>
#include <nabla/algebra/properties.hpp>
#include <nabla/algebra/roots.hpp>
#include <nabla/algebra/simplify.hpp>
#include <nabla/algebra/substitute.hpp>

#include <nabla/print/c.hpp>
#include <nabla/print/cpp.hpp>
#include <nabla/print/dot.hpp>
#include <nabla/print/latex.hpp>
#include <nabla/print/text.hpp>

#include <nabla/optimize/gradient_descent.hpp>
#include <nabla/optimize/newton.hpp>

#include <nabla/numeric/central_gradient.hpp>
#include <nabla/numeric/central_jacobian.hpp>
#include <nabla/numeric/derivative.hpp>
#include <nabla/numeric/difference.hpp>
#include <nabla/numeric/difference_table.hpp>
#include <nabla/numeric/gradient.hpp>
#include <nabla/numeric/grid_gradient.hpp>
#include <nabla/numeric/richardson.hpp>
#include <nabla/numeric/stencil.hpp>
#include <nabla/numeric/step.hpp>
