# Holds the order of the rooms (the folders of include/nabla) by reading the #include lines:
#
#   - a room includes itself, and rooms of the lines above its own, and rooms of its own line as long as no two rooms
#     come to include each other, whether directly or by way of others;
#   - `numeric` is the exception: an oracle for all the rest, it includes only `detail`, and no room includes it;
#   - nabla.hpp reaches every header of every room but `matrix`, `batch`, `interval`, `exact` and `adapt`, and of `rules` those that need Boost.Math:
#     rules/special.
#
# A header that stands in include/nabla itself is a room of its own, and named by its file.
#
#   cmake -DINCLUDE_DIR=<folder that holds nabla/> -P rooms.cmake
cmake_minimum_required(VERSION 3.24)
set(order
  "fwd.hpp version.hpp config.hpp detail math"
  "formula"
  "rules"
  "graph"
  "calculus algebra print"
  "matrix optimize batch interval exact"
  "numeric nabla.hpp matrix.hpp special.hpp theorems.hpp batch.hpp interval.hpp exact.hpp"
  "adapt")
set(outside_the_umbrella matrix.hpp special.hpp theorems.hpp batch.hpp interval.hpp exact.hpp matrix batch interval exact adapt)
set(wrong "")

set(rooms "")
set(level 0)
foreach(line IN LISTS order)
  separate_arguments(line)
  foreach(room IN LISTS line)
    set(level_of_${room} ${level})
    list(APPEND rooms ${room})
  endforeach()
  math(EXPR level "${level} + 1")
endforeach()

function(room_of header result)   # formula/symbol.hpp -> formula
  string(REGEX REPLACE "/.*" "" room "${header}")
  set(${result} "${room}" PARENT_SCOPE)
endfunction()

# Read every header: what it includes, and what its room includes.
file(GLOB_RECURSE headers RELATIVE "${INCLUDE_DIR}/nabla" "${INCLUDE_DIR}/nabla/*")
if(NOT "nabla.hpp" IN_LIST headers)
  message(FATAL_ERROR "There is no nabla/nabla.hpp in ${INCLUDE_DIR}")
endif()
foreach(header IN LISTS headers)
  room_of("${header}" from)
  if(NOT from IN_LIST rooms)
    list(APPEND wrong "${header} is in the room ${from}, which has no place in the order of the rooms")
    continue()
  endif()
  set(included_by_${header} "")
  file(STRINGS "${INCLUDE_DIR}/nabla/${header}" lines REGEX "^[ \t]*#[ \t]*include")
  foreach(line IN LISTS lines)
    if(line MATCHES "include[ \t]*\"([^\"]*)\"")
      list(APPEND wrong "${header} includes \"${CMAKE_MATCH_1}\": write <nabla/...>, which this test can read")
    elseif(line MATCHES "<nabla/([^>]*)>")
      set(target "${CMAKE_MATCH_1}")
      room_of("${target}" to)
      list(APPEND included_by_${header} "${target}")
      if(NOT target IN_LIST headers)
        list(APPEND wrong "${header} includes <nabla/${target}>, which does not exist")
      elseif(NOT from STREQUAL to)
        list(APPEND rooms_included_by_${from} ${to})
        if(to STREQUAL "numeric" AND NOT from MATCHES "^(nabla.hpp|adapt)$")
          list(APPEND wrong "${header} includes <nabla/${target}>: only adapt builds on numeric")
        elseif(from STREQUAL "numeric" AND NOT to MATCHES "^(detail|fwd.hpp|version.hpp|config.hpp)$")
          list(APPEND wrong "${header} includes <nabla/${target}>: numeric may include only detail")
        elseif(level_of_${to} GREATER level_of_${from})
          list(APPEND wrong "${header} includes <nabla/${target}>: ${from} may not include ${to}")
        endif()
      endif()
    endif()
  endforeach()
endforeach()

# reached_from(<prefix> <start> <result>): everything that <start> includes by way of the lists <prefix><name>.
function(reached_from prefix start result)
  set(reached "")
  set(todo ${${prefix}${start}})
  while(todo)
    list(POP_FRONT todo next)
    if(NOT next IN_LIST reached)
      list(APPEND reached "${next}")
      list(APPEND todo ${${prefix}${next}})
    endif()
  endwhile()
  set(${result} "${reached}" PARENT_SCOPE)
endfunction()

foreach(room IN LISTS rooms)
  reached_from(rooms_included_by_ ${room} reached)
  if(room IN_LIST reached)
    list(APPEND wrong "${room} includes, by way of other rooms, itself")
  endif()
endforeach()

reached_from(included_by_ nabla.hpp reached)
foreach(header IN LISTS headers)
  room_of("${header}" room)
  if(room IN_LIST outside_the_umbrella OR header MATCHES "^rules/special/")
    if(header IN_LIST reached)
      list(APPEND wrong "nabla.hpp reaches ${header}, which is not for everybody to include")
    endif()
  elseif(NOT header IN_LIST reached AND NOT header STREQUAL "nabla.hpp")
    list(APPEND wrong "nabla.hpp does not reach ${header}")
  endif()
endforeach()

if(wrong)
  list(JOIN wrong "\n  " text)
  message(NOTICE "  ${text}")
  message(FATAL_ERROR "The order of the rooms is broken.")
endif()
