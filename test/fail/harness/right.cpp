// A refusal in the right words, among characters that a script may stumble over: ; [ ] ${x} \n
//
// error: give "x" a value; [x] ${x} \n is none
// lines: 20
template <int N>
constexpr int checked() {
  static_assert(N != 0, R"(give "x" a value; [x] ${x} \n is none)");
  return N;
}
#ifdef EXPECT_ERROR
int bad = checked<0>();
#else
int good = checked<1>();
#endif
