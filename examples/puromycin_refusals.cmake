# What puromycin must not fit: each file is written here, and must be answered with the text, the line and the exit
# status that stand with it. Run as: cmake -DPROGRAM=<puromycin> -P puromycin_refusals.cmake, in a scratch directory.
cmake_minimum_required(VERSION 3.24)
set(failures 0)

# expect(<status> <text> <command>...): standard error holds <text>, and a refusal prints no fit.
function(expect status text)
  execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE output ERROR_VARIABLE error RESULT_VARIABLE result)
  string(FIND "${error}" "${text}" found)
  if(status EQUAL 4)
    string(FIND "${output}" "estimate" printed)
  elseif(output STREQUAL "")
    set(printed 0)
  else()
    set(printed -1)
  endif()
  if(NOT result STREQUAL status OR found EQUAL -1 OR printed EQUAL -1)
    message(NOTICE "expected ${status} and: ${text}\ngot ${result} and: ${error}${output}")
    math(EXPR failures "${failures} + 1")
    set(failures ${failures} PARENT_SCOPE)
  endif()
endfunction()

# refuses(<status> <text> <lines>): <lines> is what the file bad.csv holds.
macro(refuses status text lines)
  file(WRITE bad.csv "${lines}")
  expect(${status} "puromycin: bad.csv${text}" "${PROGRAM}" bad.csv)
endmacro()

# Status 2: not a table of measurements.
refuses(2 ": is empty; expected the header conc,rate" "")
refuses(2 ": is empty; expected the header conc,rate" "# conc in ppm\n\n")
refuses(2 ":1: expected the header conc,rate, found 0.02,76" "0.02,76\n0.06,97\n0.11,123\n")
refuses(2 ":3: expected the header conc,rate, found rate,conc" "# swapped\n\nrate,conc\n76,0.02\n")
refuses(2 ": 0 measurements;" "conc,rate\n")
refuses(2 ": 2 measurements; two parameters and their errors need at least 3" "conc,rate\n0.02,76\n0.06,97\n")
refuses(2 ":3: expected 2 fields (conc,rate), found 3" "conc,rate\n0.02,76\n0.06,97,1\n0.11,123\n")
refuses(2 ":3: expected 2 fields (conc,rate), found 3" "conc,rate\n0.02,76\n0.06,97,\n0.11,123\n")
refuses(2 ":4: expected 2 fields (conc,rate), found 1" "conc,rate\n0.02,76\n0.06,97\n0.11\n")
refuses(2 ":2: expected 2 fields (conc,rate), found 1" "conc,rate\n0.02\\;76\n0.06\\;97\n0.11\\;123\n")
refuses(2 ":3: rate is '97x', which is not a number" "conc,rate\n0.02,76\n0.06,97x\n0.11,123\n")
refuses(2 ":3: conc is 'much', which is not a number" "conc,rate\n0.02,76\nmuch,97\n0.11,123\n")
refuses(2 ":3: rate is '', which is not a number" "conc,rate\n0.02,76\n0.06,\n0.11,123\n")
refuses(2 ":3: rate is '97 98', which is not a number" "conc,rate\n0.02,76\n0.06,97 98\n0.11,123\n")
refuses(2 ":3: rate is 'nan', which is not finite" "conc,rate\n0.02,76\n0.06,nan\n0.11,123\n")
refuses(2 ":4: conc is 'inf', which is not finite" "conc,rate\n0.02,76\n0.06,97\ninf,123\n")
refuses(2 ":3: rate is '1e999', which is not finite" "conc,rate\n0.02,76\n0.06,1e999\n0.11,123\n")
refuses(2 ":2: conc is '-0.02', which is negative" "conc,rate\n-0.02,76\n0.06,97\n0.11,123\n")
refuses(2 ":5: rate is '-97', which is negative" "conc,rate\r\n0.02,76\r\n\r\n# next\r\n0.06,-97\r\n0.11,123\r\n")
expect(2 "puromycin: no_such.csv: cannot be opened" "${PROGRAM}" no_such.csv)
expect(2 "puromycin: .: is a directory" "${PROGRAM}" .)
expect(2 "at most one file" "${PROGRAM}" bad.csv bad.csv)

# Status 3: measurements without such a fit.
refuses(3 ": no fit: singular" "conc,rate\n0.5,76\n0.5,97\n0.5,123\n")  # one concentration
refuses(3 ": no fit: singular" "conc,rate\n1,10\n2,20\n3,30\n4,40\n")  # a straight line
refuses(3 ": no fit: the best parameters are not positive" "conc,rate\n1,20\n2,10\n3,5\n4,2\n")
refuses(3 ": no fit: the best parameters are not positive" "conc,rate\n1,5\n2,5\n3,5\n")
refuses(3 ": no fit: all rates or all concentrations are zero" "conc,rate\n0,5\n0,6\n0,7\n")
refuses(3 ": no fit: all rates or all concentrations are zero" "conc,rate\n1,0\n2,0\n3,0\n")
refuses(3 ": no fit: the solver left the range of numbers" "conc,rate\n1e300,1e300\n1e301,1e308\n2e303,1.5e308\n")

# Status 4: fitted, but not drawn, where there is no gnuplot on the PATH.
file(WRITE good.csv "conc,rate\r\n\r\n  0.02 , 76\r\n# a comment\r\n0.06,97\r\n1.1,207")
expect(4 "gnuplot is missing; install it" "${CMAKE_COMMAND}" -E env "PATH=${CMAKE_CURRENT_BINARY_DIR}/no_such_folder"
       "${PROGRAM}" good.csv)

if(failures)
  message(FATAL_ERROR "${failures} of the answers are not the expected ones")
endif()
