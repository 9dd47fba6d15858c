# What the code of a formula needs at run time, read from an object file compiled at -O2: the functions of the
# mathematical library and nothing else. No heap, no exceptions, no state, nothing of the C++ library.
#
#   cmake -DSETUP=<setup.cmake> -DFILE=<source> -DOBJECT=<object> -P symbols.cmake
cmake_minimum_required(VERSION 3.24)
include("${SETUP}")
set(wrong "")

function(read_with)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE failed OUTPUT_VARIABLE output ERROR_VARIABLE errors)
  if(failed)
    message(NOTICE "${errors}")
    message(FATAL_ERROR "Failed: ${ARGN}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

read_with(${COMPILE} -O2 -c "${FILE}" -o "${OBJECT}")

# <math.h>'s functions for float, double and long double; what position-independent code and stack protection name.
set(libm "a?(sin|cos|tan)h?|atan2|sincos|exp|exp2|exp10|expm1|log|log2|log10|log1p|pow|sqrt|cbrt|hypot|erfc?|tgamma")
string(APPEND libm "|lgamma|fabs|floor|ceil|trunc|round|rint|nearbyint|fmod|remainder|fma|fmin|fmax|copysign|ldexp")
set(allowed "^((${libm})[fl]?|lgamma[fl]?_r|_GLOBAL_OFFSET_TABLE_|__stack_chk_fail)$")

read_with("${NM}" --demangle "${OBJECT}")
string(REGEX MATCHALL "[0-9a-f ]+ [A-Za-z] [^\n]+" symbols "${output}")
foreach(symbol IN LISTS symbols)
  string(REGEX MATCH "^ *[0-9a-f]* *([A-Za-z]) (.*)$" symbol "${symbol}")
  set(kind "${CMAKE_MATCH_1}")
  set(name "${CMAKE_MATCH_2}")
  if(kind MATCHES "^[Uw]$" AND NOT name MATCHES "${allowed}")
    list(APPEND wrong "needs ${name}")
  elseif(kind MATCHES "^[BbDdGgSs]$")
    list(APPEND wrong "keeps state in ${name}")
  endif()
endforeach()

read_with("${READELF}" --sections --wide "${OBJECT}")
if(output MATCHES "\\.gcc_except_table")
  list(APPEND wrong "has code for exceptions (.gcc_except_table)")
endif()

if(wrong)
  list(JOIN wrong "\n  " text)
  message(NOTICE "  ${text}")
  message(FATAL_ERROR "${OBJECT} has more than arithmetic and calls to the mathematical library.")
endif()
