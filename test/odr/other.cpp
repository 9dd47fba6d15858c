#include "formulas.hpp"

results compute_in_other(double at_x, double at_z) { return compute(at_x, at_z); }

void const* address_in_other() { return &df; }
