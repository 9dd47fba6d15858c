# What including nabla and taking one derivative costs to compile (derivative.cpp), next to a program that includes
# only <cmath>, <array> and <boost/hana.hpp> (base.cpp). Fails if it costs three times as much or more.
# To see the figures for the compiler of a build folder:
#
#   ctest --test-dir build/gcc -R '^compile_time$' --verbose
#
# or, without CTest:
#
#   cmake -DSETUP=build/gcc/test/setup.cmake -DMEASURE=build/gcc/test/compile_time/measure \
#         -P test/compile_time/compile_time.cmake
cmake_minimum_required(VERSION 3.24)
include("${SETUP}")
set(runs 7)
set(limit_percent 300)

foreach(level IN ITEMS -O0 -O2)
  execute_process(COMMAND "${MEASURE}" ${runs} "${CMAKE_CURRENT_LIST_DIR}/base.cpp"
                          "${CMAKE_CURRENT_LIST_DIR}/derivative.cpp" ${COMPILE} ${level} -c -o /dev/null
                  OUTPUT_VARIABLE output RESULT_VARIABLE failed)
  if(failed OR NOT output MATCHES "([0-9]+)\\.([0-9]+) ([0-9]+) ([0-9]+)\\.([0-9]+) ([0-9]+)")
    message(FATAL_ERROR "measuring failed: ${output}")
  endif()
  set(base "${CMAKE_MATCH_1}.${CMAKE_MATCH_2} s, ${CMAKE_MATCH_3} MB")
  set(nabla "${CMAKE_MATCH_4}.${CMAKE_MATCH_5} s, ${CMAKE_MATCH_6} MB")
  # Thousandths of a second, as CMake computes with whole numbers only.
  math(EXPR percent "100 * (${CMAKE_MATCH_4} * 1000 + 1${CMAKE_MATCH_5} - 1000)
                         / (${CMAKE_MATCH_1} * 1000 + 1${CMAKE_MATCH_2} - 1000)")
  message(STATUS "${level}: nabla ${nabla}; base ${base}; time ${percent} %")
  if(NOT percent LESS limit_percent)
    set(too_slow TRUE)
  endif()
endforeach()
if(too_slow)
  message(FATAL_ERROR "The compile time is ${limit_percent} % of the base or more.")
endif()
