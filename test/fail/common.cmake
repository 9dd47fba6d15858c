# What is common to run.cmake and precompile.cmake, and to CMakeLists.txt, which brings the two together.

# How the two halves of a file are compiled. In the mistake warnings are silenced, so that what is first is the refusal and not an
# unused variable; they are named nonetheless, for by -Wpedantic GCC defines other macros, and then does not take what was precompiled.
set(control_flags -Wall -Wextra -Wpedantic -Werror)
set(mistake_flags -Wall -Wextra -Wpedantic -w -DEXPECT_ERROR)

# first_header(<file> <result>): the header of this library with which a file begins, or nothing where it begins otherwise.
function(first_header file result)
  set(${result} "" PARENT_SCOPE)
  file(READ "${file}" text)
  if(text MATCHES "^[^#]*#include <(nabla/[^>]+)>")
    set(${result} "${CMAKE_MATCH_1}" PARENT_SCOPE)
  endif()
endfunction()
