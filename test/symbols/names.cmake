# The longest name in an object file compiled at -O2 with debug information: of its symbols and of all that the debugger knows.
# Fails where one has more than 1,000 characters.
#
#   cmake -DSETUP=<setup.cmake> -DFILE=<source> -DOBJECT=<object> -P names.cmake
cmake_minimum_required(VERSION 3.24)
include("${SETUP}")
set(limit 1000)

function(run result)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE failed OUTPUT_VARIABLE output ERROR_VARIABLE errors)
  if(failed)
    message(NOTICE "${errors}")
    message(FATAL_ERROR "Failed: ${ARGN}")
  endif()
  # Brackets and semicolons would join and split the elements of a list.
  string(REGEX REPLACE "[][;\\\\]" " " output "${output}")
  set(${result} "${output}" PARENT_SCOPE)
endfunction()

run(ignored ${COMPILE} -O2 -g -c "${FILE}" -o "${OBJECT}")
run(symbols "${NM}" --format=posix "${OBJECT}")
run(strings "${READELF}" -p .debug_str "${OBJECT}")
# A symbol ends at the first blank of its line; a string, which may hold blanks, stands behind its place in the section.
string(REGEX REPLACE " [^\n]*" "" symbols "${symbols}")
string(REGEX REPLACE "\n +[0-9a-f]+ +" "\n" strings "${strings}")
string(REGEX MATCHALL "[^\n]+" names "${symbols}\n${strings}")
list(LENGTH names count)
set(longest 0)
foreach(name IN LISTS names)
  string(LENGTH "${name}" length)
  if(length GREATER longest)
    set(longest ${length})
  endif()
endforeach()
message(STATUS "${count} names; the longest has ${longest} characters")
if(count LESS 5)
  message(FATAL_ERROR "Too few names were found for the search to mean anything.")
elseif(longest GREATER limit)
  message(FATAL_ERROR "A name is longer than ${limit} characters.")
endif()
