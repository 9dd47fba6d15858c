// Proof that names.cmake measures names: this one is longer than it allows.
template <unsigned long... N>
struct numbers {};
template <unsigned long... N>
numbers<N..., (N + 1000000)...> doubled(numbers<N...>);

using few = numbers<1000000, 2000000, 3000000, 4000000, 5000000, 6000000, 7000000, 8000000>;
using many = decltype(doubled(doubled(doubled(doubled(few{})))));

void kernel(many) {}
