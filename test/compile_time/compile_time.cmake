# What including nabla and taking one derivative costs to compile (derivative.cpp), next to a program that includes
# only <cmath>, <array> and <boost/hana.hpp> (base.cpp). Fails if the compiler needs three times as many instructions
# or more: counts are the same on every run and every machine. Seconds and megabytes are printed beside them; they
# decide nothing, for the machine may be busy.
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
set(runs 3)
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
endforeach()

find_program(valgrind valgrind NO_CACHE)
if(NOT valgrind)
  message(STATUS "SKIPPED: no valgrind on this machine")
  return()
endif()

# Instructions of the compiler with all that it starts, in thousands.
function(count source result)
  execute_process(COMMAND "${valgrind}" --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null
                          --trace-children=yes ${COMPILE} -O0 -c "${CMAKE_CURRENT_LIST_DIR}/${source}" -o /dev/null
                  ERROR_VARIABLE output RESULT_VARIABLE failed)
  string(REGEX MATCHALL "I +refs: +[0-9,]+" counts "${output}")
  if(failed OR NOT counts)
    message(NOTICE "${output}")
    message(FATAL_ERROR "cachegrind did not count the compilation of ${source}")
  endif()
  set(sum 0)
  foreach(count IN LISTS counts)
    string(REGEX REPLACE "[^0-9]" "" count "${count}")
    math(EXPR sum "${sum} + ${count} / 1000")
  endforeach()
  if(sum LESS 100000)
    message(NOTICE "${output}")
    message(FATAL_ERROR "${sum} thousand instructions are too few for a compilation.")
  endif()
  set(${result} ${sum} PARENT_SCOPE)
endfunction()
count(base.cpp base)
count(derivative.cpp nabla)
math(EXPR percent "100 * ${nabla} / ${base}")
math(EXPR base "${base} / 1000")
math(EXPR nabla "${nabla} / 1000")
message(STATUS "-O0: nabla ${nabla}, base ${base} million instructions of the compiler; ${percent} %")
if(NOT percent LESS limit_percent)
  message(FATAL_ERROR "Compiling costs ${limit_percent} % of the base or more.")
endif()
