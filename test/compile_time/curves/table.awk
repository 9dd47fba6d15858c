# Prints compile_time_curves.csv as a table. A compiler's first line is its include.
BEGIN {
  FS = ","
  print "Compiling the value and the whole gradient of the Rosenbrock chain of n variables, -std=c++20 " flags
  print "s: processor time, user and system; MB: peak memory; the least of " runs " alternating runs."
  print "written out: the same operations in plain C++. include: nabla's header alone."
  print "ratio: nabla's seconds over those of the written-out code behind the include (+include). us/node: nabla's over the include."
}
NR == 1 { next }
$2 == "include" {
  include = $5
  printf "\n%s: include %.2f s, %d MB; an empty file %.2f s, %d MB\n", $1, $5, $6, $7, $8
  printf "%-10s %5s %7s %9s %6s %9s %6s %9s %7s %8s\n", "", "n", "nodes", "nabla s", "MB", "written s", "MB", "+include", "ratio", "us/node"
  next
}
$2 == "include again" {
  printf "The include measured again at the end: %.2f s, %+.0f %%\n", $5, 100 * ($5 / include - 1)
  next
}
{
  printf "%-10s %5d %7d %9.2f %6d %9.2f %6d %9.2f %7.2f %8.0f\n", $2, $3, $4, $5, $6, $7, $8, $9, $5 / $9, 1e6 * ($5 - include) / $4
}
