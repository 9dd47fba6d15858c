# gnuplot -e "folder='...'" draw.gnuplot: draws benchmark.csv of that folder into benchmark.svg.
csv = folder . "/benchmark.csv"
set datafile separator comma

# A line a workload, in the order of the file, the first on top.
workloads = system("awk -F, 'NR > 1 && !seen[$1]++ { printf \"%s \", $1 }' '" . csv . "'")
n = words(workloads)
set terminal svg size 1000, 220 + 26 * n font "sans-serif,13" background rgb "white"
set output folder . "/benchmark.svg"
row(name) = sum [i = 1:n] (word(workloads, i) eq name ? n - i : 0)

set title "Time over hand-written code (1: as fast; left of it: faster)" font ",16"
set logscale x
set xrange [0.1:50000]
set yrange [-1:n]
set format x "%g"
set grid xtics lc rgb "#dddddd"
set border 3
set tics nomirror out
set key outside bottom center horizontal
set xlabel " "
set lmargin 34
set ytics ()
do for [i = 1:n] {
  set ytics add (system("awk -F, -v w=" . word(workloads, i) . " '$1 == w { n = split($0, q, \"\\\"\"); print q[2]; exit }' '" . csv . "'") n - i)
}
set arrow from 1, -1 to 1, n nohead lc rgb "#444444" lw 1.5 back

# The columns after the label, which may hold commas, are counted from the end of the line.
points(peer) = sprintf("< awk -F'\"' -v p=%s 'NR > 1 { split($1, w, \",\"); split($3, c, \",\"); if (c[2] == p) print w[1] \",\" c[6] }' '%s'", peer, csv)
plot points("central") using 2:(row(strcol(1))) with points pt 2 ps 0.9 lc rgb "#999999" title "central differences", \
     points("adolc") using 2:(row(strcol(1))) with points pt 1 ps 0.9 lc rgb "#8c564b" title "ADOL-C", \
     points("boost") using 2:(row(strcol(1))) with points pt 12 ps 1 lc rgb "#9467bd" title "Boost autodiff", \
     points("eigen") using 2:(row(strcol(1))) with points pt 10 ps 1 lc rgb "#2ca02c" title "Eigen AutoDiffScalar", \
     points("ceres") using 2:(row(strcol(1))) with points pt 8 ps 1 lc rgb "#ff7f0e" title "Ceres Jet", \
     points("sympy") using 2:(row(strcol(1))) with points pt 4 ps 1 lc rgb "#1f77b4" title "SymPy cse", \
     points("vectorised") using 2:(row(strcol(1))) with points pt 6 ps 1.3 lc rgb "#000000" title "vectorised by hand", \
     points("nabla") using 2:(row(strcol(1))) with points pt 7 ps 1.1 lc rgb "#d62728" title "nabla"
