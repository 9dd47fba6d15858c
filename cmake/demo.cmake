# The main job on a machine that has only CMake and a compiler: installs what is missing, builds and runs
# examples/puromycin.
#
#   cmake -P cmake/demo.cmake
cmake_minimum_required(VERSION 3.24)
include("${CMAKE_CURRENT_LIST_DIR}/packages.cmake")

need_build_tools()
need_example_libraries()
install_missing("and run this again.")

set(build "${root}/build/demo")
fresh_if_foreign("${build}" fresh)
run("Configuring" "${CMAKE_COMMAND}" ${fresh} -S "${root}" -B "${build}" -G Ninja
    -D CMAKE_BUILD_TYPE=Release -D NABLA_BUILD_TESTS=OFF)
run("Building" "${CMAKE_COMMAND}" --build "${build}" --parallel ${jobs} --target puromycin)

set(out "${build}/examples/out")
file(MAKE_DIRECTORY "${out}")
run("The example" "${CMAKE_COMMAND}" -E chdir "${out}" "${build}/examples/puromycin")
file(GLOB pictures "${out}/*.svg")
foreach(picture IN LISTS pictures)
  message(STATUS "Picture: ${picture}")
endforeach()
