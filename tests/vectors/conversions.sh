#!/bin/sh
# Conversion vectors: what a result is in the unit of its analyte, worked out without Ferrata.
#
#     tests/vectors/conversions.sh > tests/vectors/conversions.csv
#
# The sizes below are the definitions of UCUM, of the SI and of the avoirdupois pound and the
# international inch; molar masses are added up from formulas and IUPAC's atomic weights of 2001.
# bc computes with whole numbers alone: every decimal is scaled to one, and what is printed is
# rounded half to even at the eighth decimal. awk reads the tables and places the decimal points.
# Needs: sh, awk, GNU bc.
set -eu
LC_ALL=C
BC_LINE_LENGTH=0
export LC_ALL BC_LINE_LENGTH

# kind | size of one in the kind's base unit, above | below the line | spellings
# Bases: count 1/L, density g/L, mole mol/L, activity U/L, mass g, length m, pressure Pa,
# share and ratio 1, moleratio g/mol, number 1, temperature degrees Celsius.
units() {
    cat <<'UNITS'
count|10^9|1|10*9/L;10^9/L;10**9/L;x10^9/L;X10^9/L;x10E9/L;10E9/L;10e9/L;10*9/l;x 10^9/L;x 10^9 / L;10⁹/L;×10⁹/L;10(9)/L;x10(9)/L;10x9/L;1E9/L;E9/L;10^9.L-1;×10⁹·L⁻¹;G/L;G/l;Gpt/L;Gpt/l;Giga/L;bil/L;billion/L;Mrd/L;10*9{platelets}/L;10*9/L{cells};10*9 per L;x10E9/liter
count|10^9|1|10*3/uL;10^3/uL;x10^3/uL;X10^3/UL;10*3/UL;x10E3/uL;10x3/uL;10^3/µL;10³/µl;K/uL;k/uL;K/UL;K/µL;K/μL;K/mcL;K/microL;K/mm3;K/cumm;thou/uL;thou/mm3;Thousand/uL;THOUSAND/UL;1000/uL;Tsd/µl;Tsd./µl;10^3/mm^3;10*3/mm³;10*3/mm3;x10(3)/mcL;10*3{cells}/uL;10*3 per uL;10*6/mL;/nL;/nl;10*3/cu mm
count|10^6|1|/uL;/ul;/µL;/UL;1/uL;#/uL;cells/uL;cells/mm3;cells/mcL;CELLS/UL;{cells}/uL;{#}/uL;/uL{PLT};/mm3;/mm³;/cumm;/cu mm;/cmm;per uL;cells per uL;cells / mm3;10*6/L;10^6/L;x10E6/L;10*3/mL
count|10^12|1|10*12/L;10^12/L;x10E12/L;T/L;Tpt/L;/pL;10*6/uL;million/uL;Mio/µl;Mio./µl
count|10^11|1|lakh/cumm;lakhs/cumm;10*5/uL
density|10|1|g/dL;g/dl;gm/dL;gm/dl;gms/dL;G/DL;GM/DL;g%;g %;gm%;g/100mL;g/100 mL;g per dL;g per 100 ml;g/dL{Hb};g.dL-1
density|1|1|g/L;g/l;gm/L;mg/mL;mg/ml;g.L-1;g·l⁻¹;g / L;MG/ML
density|1000|1|g/mL;kg/L
density|1|100|mg/dL;mg/dl;MG/DL;mg%;mg %;mg/100mL;mg/100 ml;mg per dL;mg.dL-1
density|1|10^3|mg/L;mg/l;ug/mL;µg/mL;mcg/mL;μg/ml;UG/ML;MG/L
density|1|10^5|ug/dL;µg/dl;mcg/dL;ug%
density|1|10^6|ug/L;µg/l;mcg/L;ng/mL;ng/ml;NG/ML;UG/L;ng per mL
density|1|10^8|ng/dL;ng/dl
density|1|10^9|ng/L;ng/l;pg/mL;pg/ml;PG/ML;NG/L
mole|1|10^3|mmol/L;mmol/l;MMOL/L;mmol.L-1;mmol per L;umol/mL
mole|1|10^6|umol/L;µmol/L;μmol/l;umol/l;UMOL/L;mcmol/L;micromol/L;µmol·L⁻¹;nmol/mL
mole|1|10^9|nmol/L;nmol/l;NMOL/L;pmol/mL
mole|1|10^12|pmol/L;pmol/l;PMOL/L
mole|1|1|mol/L
activity|1|1|U/L;U/l;u/L;u/l;IU/L;IU/l;iu/L;[IU]/L;[iU]/L;UI/L;IE/l;units/L;Units/L;mU/mL;mIU/mL;m[IU]/mL;U.L-1
activity|1000|1|U/mL;IU/mL;kU/L
activity|60|1|ukat/L;µkat/L;μkat/l;mckat/L
activity|6|100|nkat/L;nkat/l
activity|6*10^7|1|kat/L
mass|1000|1|kg;KG;Kg;kgs;kilogram;kilograms
mass|1|1|g;gm;gram;grams
mass|1|1000|mg
mass|45359237|10^5|[lb_av];lb;lbs;LB;LBS;pound;pounds
mass|45359237|16*10^5|[oz_av];oz;ounce;ounces
length|1|1|m;meter;metre
length|1|100|cm;CM;cms;centimeter
length|1|1000|mm;millimeter
length|254|10^4|[in_i];in;inch;inches
length|3048|10^4|[ft_i];ft;feet
pressure|135951*980665|10^9|mm[Hg];mmHg;mm Hg;MM[HG];MMHG;mmhg;mm(Hg);mm [Hg]
pressure|1000|1|kPa;KPA;kpa
temperature|1|1|Cel;°C;º C;ºC;C;degC;deg C;CEL;℃
fahrenheit|5|9|[degF];°F;ºF;F;degF;deg F;℉
share|1|100|%;percent;Percent;%{lymphocytes};% {of CD3}
ratio|1|1000|mg/g;mg/g{creat};mg/g creat;mg/g creatinine;mg/g Cr;mg/gCr;MG/G;ug/mg;µg/mg
ratio|1|1|mg/mg;g/g;mg/mg{creat};mg/mg creatinine
ratio|1|10^6|ug/g;µg/g;mcg/g;µg/g creat
moleratio|1|1|mg/mmol;mg/mmol{creat};mg/mmol creatinine;mg/mmol creat;mg/mmol Cr;g/mol;g/mol creat
moleratio|1000|1|g/mmol
number|1|1|1;{#};{count};{assays}
dose|1|10^6|mg/kg
time|1|1|d;days;wk;weeks;mo;months;a;years
flow|1|1|mL/min/{1.73_m2};mL/min/1.73 m2
UNITS
}

# id | kind | unit in the base, above | below the line | formula | values in the analyte's own unit
analytes() {
    cat <<'ANALYTES'
hemoglobin|density|10|1|hb|7.05 8.123456 13.9 4.4 19.25
neutrophils|count|10^6|1||480 1500 12345 999 60
platelets|count|10^6|1||38000 9999 151000 420500 1250
sirolimus-trough|density|1|10^6|sirolimus|8.5 4.9 15.05 23.456
temperature|temperature|1|1||37 38.2 39.95 36.65 40.1
weight|mass|1000|1||18.4 3.27 64.125 101.5
height|length|1|100||108 51.5 163.25 187
dnt-lymphocytes|share|1|100||2.5 1.49 14.2
dnt-cd3|share|1|100||2.5 6.05
dnt-cd3-tcrab|share|1|100||6 11.75 40.2
dnt-unspecified|share|1|100||3.3
dnt-count|count|10^6|1||35 210.5 68
monocytes|count|10^6|1||1000 650 2375
eosinophils|count|10^6|1||500 1650 80
soluble-fasl|density|1|10^9||200 559 1834.5
interleukin-10|density|1|10^9||20 41.7 112
interleukin-18|density|1|10^9||500 1250.5
vitamin-b12|density|1|10^9|b12|1500 1255 343.21 2000
iga|density|1|1||0.72 4.05
igm|density|1|1||1.135 2.3
apoptosis-defective-assays|number|1|1||2 1 3
creatinine|density|1|100|creatinine|0.31 0.905 1.2345 4.7
alt|activity|1|1||35 412 1287.5
ast|activity|1|1||41 250.5 988
bilirubin|density|1|100|bilirubin|0.6 1.95 12.34
cholesterol|density|1|100|cholesterol|154 201.5 310
ldl|density|1|100|cholesterol|98.5 160
hdl|density|1|100|cholesterol|38.67 61
triglycerides|density|1|100|triolein|88.54 203.5 512
urine-protein-creatinine|ratio|1|1000|creatinine|150 1000 3512.5
glucose|density|1|100|glucose|90.08 126 251.5
hba1c|share|1|100||5.7 6.49
igg|density|1|1||3.95 12.5 31.25
lymphocytes|count|10^6|1||499 2850 5075.5
spleen|length|1|100||3 7.5 12.25
blood-pressure-systolic|pressure|135951*980665|10^9||90 118.5 141
ANALYTES
}

# What nobody may take for a number of anything.
never() {
    cat <<'NEVER'
M/uL
MM/uL
mil/uL
Billion/L
109/L
x103/uL
10*9
10^3
K
thou
g
g/d L
gr/dL
t/L
E/L
IU
mM
uM
mEq/L
mmol/mol
{ratio}
ratio
percentile
Mg/dL
units
dL/g
/HPF
/100{WBCs}
mg/{24.h}
[stone_av]
fingers
?
NEVER
}

{
    units | sed 's/^/u|/'
    analytes | sed 's/^/a|/'
    never | sed 's/^/n|/'
} | awk -F'|' '
BEGIN {
    print "scale = 0"
    # Atomic weights, scaled to millionths: C, H, N, O, P, Co.
    print "c = 12010700; h = 1007940; n = 14006700; o = 15999400; p = 30973761; k = 58933200"
    # Molar masses in hundredths of g/mol, rounded half up: r(x) of millionths; triolein in tenths.
    print "define r(x) { return ((x + 5000) / 10000); }"
    print "creatinine = r(4*c + 7*h + 3*n + o)"
    print "glucose = r(6*c + 12*h + 6*o)"
    print "cholesterol = r(27*c + 46*h + o)"
    print "bilirubin = r(33*c + 36*h + 4*n + 6*o)"
    print "sirolimus = r(51*c + 79*h + n + 13*o)"
    print "bonetwo = r(63*c + 88*h + k + 14*n + 14*o + p)"
    print "triolein = 10 * ((57*c + 104*h + 6*o + 50000) / 100000)"
    # The monomer of hemoglobin: a quarter of 64458 g/mol (ICSH 1995).
    print "hb = 6445800 / 4"
    # The number x/10^d times a/b, or (x/10^d - 32) times a/b, in units of 10^-8, half to even.
    print "define e(x, d, z, a, b) {"
    print "  auto t, q, m, s"
    print "  t = (x - z * 10^d) * a * 10^8; b = b * 10^d; s = 1"
    print "  if (t < 0) { s = -1; t = -t }"
    print "  q = t / b; m = 2 * (t - q * b)"
    print "  if (m > b) q = q + 1"
    print "  if (m == b) if (q % 2 == 1) q = q + 1"
    print "  return (s * q)"
    print "}"
    # What to write: v/1000000 of the analyte in the other unit, cut to six digits.
    print "define w(v, z, a, b) {"
    print "  auto y"
    print "  y = v * b * 10^14 / a + z * 10^20"
    print "  j = 20"
    print "  while (y >= 10^6) { y = y / 10; j = j - 1 }"
    print "  while (j > 0 && y % 10 == 0) { y = y / 10; j = j - 1 }"
    print "  while (j < 0) { y = y * 10; j = j + 1 }"
    print "  return (y)"
    print "}"
}
$1 == "u" { kinds[++nu] = $2; above[nu] = $3; below[nu] = $4; spelled[nu] = $5; next }
$1 == "n" { refused[++nn] = $2; next }
$1 == "a" { id[++na] = $2; ak[na] = $3; aa[na] = $4; ab[na] = $5; mm[na] = $6; av[na] = $7 }
function row(i, unit) { printf "print \"%s|%s|\"\n", id[i], unit }
function refuse(i, unit) { row(i, unit); print "print \"38|0|refused\\n\"" }
END {
    for (i = 1; i <= na; i++) {
        nv = split(av[i], values, " ")
        gsub("b12", "bonetwo", mm[i])
        turn = 0
        split("", seen)
        for (j = 1; j <= nu; j++) {
            a = "(" above[j] ")*(" ab[i] ")"; b = "(" below[j] ")*(" aa[i] ")"; z = 0
            same = kinds[j] == ak[i]
            if (ak[i] == "density" && kinds[j] == "mole" && mm[i]) {
                same = 1; a = a "*" mm[i]; b = b "*100"
            }
            if (ak[i] == "ratio" && kinds[j] == "moleratio" && mm[i]) {
                same = 1; b = b "*" mm[i]; a = a "*100"
            }
            if (ak[i] == "temperature" && kinds[j] == "fahrenheit") { same = 1; z = 32 }
            ns = split(spelled[j], names, ";")
            if (!same) {
                if (!(kinds[j] in seen)) { seen[kinds[j]] = 1; refuse(i, names[1]) }
                continue
            }
            for (s = 1; s <= ns; s++) {
                v = values[1 + turn++ % nv]
                dot = index(v, ".")
                places = dot ? length(v) - dot : 0
                sub(/\./, "", v)
                for (; places < 6; places++) v = v "0"
                row(i, names[s])
                printf "y = w(%s, %s, %s, %s); print y, \"|\", j, \"|\", ", v, z, a, b
                printf "e(y, j, %s, %s, %s), \"\\n\"\n", z, a, b
            }
        }
        if (id[i] ~ /^(hemoglobin|platelets|creatinine|urine-protein|hba1c|dnt-cd3$|alt$)/)
            for (j = 1; j <= nn; j++) refuse(i, refused[j])
    }
}' | bc -q | awk -F'|' '
function placed(digits, places,    sign) {
    sign = ""
    if (substr(digits, 1, 1) == "-") { sign = "-"; digits = substr(digits, 2) }
    while (length(digits) <= places) digits = "0" digits
    if (places == 0) return sign digits
    return sign substr(digits, 1, length(digits) - places) "." substr(digits, length(digits) - places + 1)
}
BEGIN { print "analyte,value,unit,expected" }
{ print $1 "," placed($3, $4) "," $2 "," ($5 == "refused" ? $5 : placed($5, 8)) }'
