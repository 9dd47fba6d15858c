#pragma once

// The value and the whole gradient of Rosenbrock's function in four variables,
//
//     sum over i < 3 of (100 (x[i+1] - x[i]^2)^2 + (1 - x[i])^2)
//
// twice: by nabla, and by hand. Each stands in a file of its own, so that neither is inlined or merged.
// in: x, 4 numbers. out: the value, then the 4 partials.
extern "C" void rosenbrock_nabla(double const* in, double* out);
extern "C" void rosenbrock_hand(double const* in, double* out);
