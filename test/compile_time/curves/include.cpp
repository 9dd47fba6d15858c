// What including nabla costs, without a formula.
#include <nabla/nabla.hpp>
