# gnuplot -e "folder='...'" -e "flags='...'" draw.gnuplot: draws compile_time_curves.csv of that folder into compile_time_curves.svg.
csv = folder . "/compile_time_curves.csv"
# Names hold a space, which words() would split.
compilers = system("awk -F, '$2 == \"include\" { sub(/ /, \"_\", $1); printf \"%s \", $1 }' '" . csv . "'")
count = words(compilers)
title_of(compiler) = system("echo " . compiler . " | tr _ ' '")

set terminal svg size (count > 1 ? 500 * count + 60 : 900), 960 font "sans-serif,13" background rgb "white"
set output folder . "/compile_time_curves.svg"
set datafile separator comma

# n, nabla, written out, written out behind the include: of one compiler and form; column 5 holds seconds, 6 MB.
curve(compiler, form, column) = sprintf("< awk -F, -v OFS=, -v c='%s' -v f=%s -v k=%d '$1 == c && $2 == f { print $3, $k, $(k + 2), $(k + 4) }' '%s'", title_of(compiler), form, column, csv)
# The include at both ends of the axis.
include(compiler, column) = sprintf("< awk -F, -v OFS=, -v c='%s' -v k=%d '$1 == c && $2 == \"include\" { print 1, $k; print 1e6, $k }' '%s'", title_of(compiler), column, csv)

lowest = system("awk -F, 'NR > 1 && $3 > 0 && (!m || $3 < m) { m = $3 } END { print m }' '" . csv . "'") + 0
highest = system("awk -F, 'NR > 1 && $3 > m { m = $3 } END { print m }' '" . csv . "'") + 0
bound(column, last) = system(sprintf("awk -F, -v k=%d 'NR > 1 && $3 > 0 { for (j = k; j <= k + 2; j += 2) { if (!lo || $j < lo) lo = $j; if ($j > hi) hi = $j } } END { print %s }' '%s'", column, last, csv)) + 0

set logscale xy
set xrange [lowest / 1.3:highest * 1.3]
set grid xtics ytics lc rgb "#dddddd"
set border 3
set tics nomirror out
set xtics (4, 8, 16, 32, 64, 128, 256, 512, 1024)
set xlabel "variables n of the chain"
set clip two  # the include's line, whose ends lie outside
set key at screen 0.5, screen 0.01 center bottom vertical reverse Left maxrows 4 samplen 3 width 1
set multiplot layout 2, count margins screen (count > 1 ? 0.085 : 0.11), screen 0.98, screen 0.18, screen 0.92 spacing screen 0.1, screen 0.12 title "Compile time and memory of value and gradient, " . flags font ",16"
do for [row = 0:1] {
  column = 5 + row
  set yrange [bound(column, "lo") / 1.4 : bound(column, "hi") * 1.4]
  set ylabel row ? "peak memory (MB)" : "processor time (s)"
  set ytics (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
  do for [i = 1:count] {
    c = word(compilers, i)
    if (row) { unset title } else { set title title_of(c) }
    if (i > 1 || row) { set key off } else { set key on }
    plot curve(c, "named", column) using 1:2 with linespoints lw 2 pt 5 ps 0.7 lc rgb "#d62728" title "nabla, named formula", \
         curve(c, "traced", column) using 1:2 with linespoints lw 2 pt 7 ps 0.7 lc rgb "#1f77b4" title "nabla, traced function", \
         curve(c, "named", column) using 1:3 with linespoints lw 1.5 dt 2 pt 4 ps 0.7 lc rgb "#e9a3a3" title "written out, named formula's steps", \
         curve(c, "traced", column) using 1:3 with linespoints lw 1.5 dt 2 pt 6 ps 0.7 lc rgb "#8fbbdd" title "written out, traced function's steps", \
         curve(c, "irregular", column) using 1:2 with linespoints lw 2 pt 9 ps 0.7 lc rgb "#9467bd" title "nabla, irregular traced function", \
         curve(c, "irregular", column) using 1:3 with linespoints lw 1.5 dt 2 pt 8 ps 0.7 lc rgb "#c9b4de" title "written out, irregular function's steps", \
         curve(c, "traced", column) using 1:4 with lines lw 1.5 dt 4 lc rgb "#2ca02c" title "written out + include", \
         include(c, column) with lines lw 1.5 dt 3 lc rgb "#444444" title "include alone"
  }
}
unset multiplot
