# A formula that compiles within a number of the compiler's steps of constant evaluation: what would grow faster than it does is
# seen where seconds would not tell, for the machine may be busy.
#
#   cmake -DSETUP=build/gcc/test/setup.cmake -DFILE=product_of_sums.cpp -DGCC=50000000 -DCLANG=4000000 -P test/compile_time/steps.cmake
cmake_minimum_required(VERSION 3.24)
include("${SETUP}")
if(COMPILER STREQUAL "gcc")
  set(limit -fconstexpr-ops-limit=${GCC})
else()
  set(limit -fconstexpr-steps=${CLANG})
endif()
execute_process(COMMAND ${COMPILE} ${limit} -fsyntax-only "${CMAKE_CURRENT_LIST_DIR}/${FILE}" RESULT_VARIABLE failed ERROR_VARIABLE said)
if(failed)
  message(NOTICE "${said}")
  message(FATAL_ERROR "${FILE} does not compile with ${limit}")
endif()
