// What a program that uses nabla would include anyway.
#include <array>
#include <boost/hana.hpp>
#include <cmath>

int main() {}
