#pragma once

// Straight-line evaluation is one small function a node; inlining all of them, also at -O1, is what makes the result
// equal to the code one would have written by hand. At -O0 the functions stay apart, so that a debugger can step.
#if defined(__OPTIMIZE__)
#define NABLA_ALWAYS_INLINE [[gnu::always_inline]] inline
#else
#define NABLA_ALWAYS_INLINE inline
#endif
