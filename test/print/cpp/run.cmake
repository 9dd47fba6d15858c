# Writes the corpus in C++, and lets the compiler prove that each text is of the type of its formula.
#
#   cmake -DSETUP=<setup.cmake> -DSCRATCH=<path that names of files begin with> -P run.cmake
cmake_minimum_required(VERSION 3.24)
include("${SETUP}")

set(folder "${CMAKE_CURRENT_LIST_DIR}")
execute_process(COMMAND ${COMPILE} "${folder}/write.cpp" -o "${SCRATCH}_write" COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${SCRATCH}_write" OUTPUT_FILE "${SCRATCH}_written.inc" COMMAND_ERROR_IS_FATAL ANY)
file(STRINGS "${SCRATCH}_written.inc" lines REGEX "^static_assert")
list(LENGTH lines count)
if(count LESS 70)
  message(FATAL_ERROR "Only ${count} formulas were written.")
endif()
execute_process(COMMAND ${COMPILE} -Wall -Wextra -Wpedantic -Werror "-DWRITTEN=\"${SCRATCH}_written.inc\"" -fsyntax-only "${folder}/compare.cpp"
                COMMAND_ERROR_IS_FATAL ANY)
message(STATUS "${count} formulas")
