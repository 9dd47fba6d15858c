# Precompiles a header for the files that begin with it.
#
#   cmake -DSETUP=<setup.cmake> -DINCLUDE_DIR=<folder that holds nabla/> -DHEADER=<nabla/...> -DPRECOMPILED=<file to make, without suffix> \
#         -P precompile.cmake
cmake_minimum_required(VERSION 3.24)
include("${SETUP}")
include("${CMAKE_CURRENT_LIST_DIR}/common.cmake")

# Diagnostics must be as long as without it. So Clang, which then says "included from" the test itself, takes the header as it is;
# GCC, which says so of what was precompiled, takes one that includes it.
if(COMPILER STREQUAL "gcc")
  set(source "${PRECOMPILED}.hpp")
  set(result "${PRECOMPILED}.hpp.gch")
  file(WRITE "${source}" "#include <${HEADER}>\n")
else()
  set(source -Wno-pragma-once-outside-header "${INCLUDE_DIR}/${HEADER}")
  set(result "${PRECOMPILED}.pch")
endif()
execute_process(COMMAND ${COMPILE} ${control_flags} -x c++-header ${source} -o "${result}" COMMAND_ERROR_IS_FATAL ANY)
