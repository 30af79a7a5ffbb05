#!/bin/sh
# Doses worked out by sh, bc and awk from the written rules alone: the sources' amounts (R, M, F), caps
# A22 to A24, A118 and E041, rounding A251, pieces and vials A252, volumes A253. Nothing of Ferrata is
# called. Numbers are whole: masses in tenths of a nanogram times ten, sizes in grams or 0.001 m2, so
# awk's doubles are exact (below 2^53).
#
#   tests/vectors/doses.sh > tests/vectors/doses.csv
set -eu
export LC_ALL=C

# Bodies: weight in kg, height in cm. The last ones are beyond what is dosed by surface.
bodies='3.2 50
3.9 53
4.5 55
6.0 62
8.1 71
9.5 75
10.4 80
12.6 88
14.7 96
16.2 102
18.4 108
19.1 111
20 115
21.7 118
23.5 121
26.8 128
31.2 137
36 144
41.9 150
47.3 156
49.5 158
52.7 161
58 162
63.9 169
70.5 172
79.6 176
88 180
104.2 183
131 190
2.1 36
140 205'

# The body surface in 0.001 m2: a root of weight x height / 3600, or Haycock's powers; rounded half
# to even, which never matters here because neither is exactly between.
milli() { # FORMULA WEIGHT HEIGHT
    case $1 in
        mosteller) exact="sqrt($2 * $3 / 3600)" ;;
        haycock) exact="0.024265 * e(0.5378 * l($2)) * e(0.3964 * l($3))" ;;
    esac
    echo "scale = 30; s = $exact * 1000 + 0.5; scale = 0; s / 1" | bc -l
}

sized() {
    echo "$bodies" | while read -r weight height; do
        for formula in mosteller haycock; do
            echo "$weight $height $formula $(milli "$formula" "$weight" "$height")"
        done
    done
}

sized | awk '
function text(value,   digits) { # of so many units of 1e-9 mg, as a plain decimal of milligrams
    digits = sprintf("%.9f", value / 1e9)
    sub(/0+$/, "", digits)
    sub(/\.$/, "", digits)
    return digits
}

# A day or single dose: basis, low and high in units per gram, per 0.001 m2 or whole.
function regimen(id, drug, basis, low, high, divided, cap, stop, least) {
    regimens[++count] = id
    drug_of[id] = drug; basis_of[id] = basis; low_of[id] = low; high_of[id] = high
    divided_of[id] = divided; cap_of[id] = cap; stop_of[id] = stop; least_of[id] = least
}

# Pieces of one drug: strengths in mg, each from a body surface on (in 0.001 m2).
function pieces(id, drug, strengths, floors) {
    products[++held] = id
    of[id] = drug; kind[id] = "pieces"; strengths_of[id] = strengths; floors_of[id] = floors
}

# A liquid: units in one step, fewest and most steps.
function liquid(id, drug, step, fewest, most) {
    products[++held] = id
    of[id] = drug; kind[id] = "liquid"; step_of[id] = step; fewest_of[id] = fewest; most_of[id] = most
}

function offered(id, low, high, aim, surface,   a, b, n, i, j, k, sums, seen, frontier, grown, best, found, gap, end, list, amount) {
    # Of what fits from low to high: the nearest to aim, the lower of two as near; -1 where nothing does.
    best = -1
    if (kind[id] == "liquid") {
        for (k = fewest_of[id]; k <= most_of[id]; k++) {
            amount = k * step_of[id]
            if (amount > high) break
            if (amount >= low) {
                gap = amount > aim ? amount - aim : aim - amount
                if (best < 0 || gap < found) { best = amount; found = gap }
            }
        }
        return best
    }
    list = ""
    n = split(strengths_of[id], a, " "); split(floors_of[id], b, " ")
    for (i = 1; i <= n; i++) if (surface >= b[i]) list = list " " a[i]
    make(list)
    for (amount in made) {
        amount = amount + 0
        if (amount >= low && amount <= high) {
            gap = amount > aim ? amount - aim : aim - amount
            if (best < 0 || gap < found || (gap == found && amount < best)) { best = amount; found = gap }
        }
    }
    return best
}

# Every sum of one to ten of the strengths, in units; kept until another list is asked for.
function make(list,   a, n, i, round, amount, edge, grown, key) {
    if (list == kept) return
    kept = list
    split("", made); split("", edge)
    edge[0] = 1
    n = split(list, a, " ")
    for (round = 1; round <= 10; round++) {
        split("", grown)
        for (amount in edge) for (i = 1; i <= n; i++) {
            key = sprintf("%.0f", amount + a[i] * 1e9)
            if (!(key in made)) { made[key] = 1; grown[key] = 1 }
        }
        split("", edge)
        for (amount in grown) edge[amount] = 1
    }
}

function row(id, weight, height, formula, surface,   size, low, high, full, note, t, i, p, share, least, most, aim_low, aim_high, first, second, said) {
    if (basis_of[id] == "weight") size = sprintf("%.0f", weight * 1000)
    else size = surface
    if (basis_of[id] == "surface" && (surface < 150 || surface > 2600)) {
        print id, weight, height, formula, "refused", "", "", "", "", ""
        return
    }
    low = low_of[id] * size; high = high_of[id] * size; full = high
    if (least_of[id] != "") {
        if (high < least_of[id] * 1e9) {
            print id, weight, height, formula, "refused", "", "", "", "", ""
            return
        }
        low = least_of[id] * 1e9
    }
    if (cap_of[id] != "" && high > cap_of[id] * 1e9) {
        high = cap_of[id] * 1e9
        if (low > high) low = high
    }
    if (stop_of[id] != "" && high > stop_of[id] * 1e9) {
        print id, weight, height, formula, "refused", "", "", "", "", ""
        return
    }
    for (i = 1; i <= held; i++) {
        p = products[i]
        if (of[p] != drug_of[id]) continue
        # Ten parts of each, so that nine tenths of a dose in two halves is whole.
        t = divided_of[id]
        if (low == high) {
            least = low * 9 / 10 / t; most = high * 11 / 10
            if (cap_of[id] != "" && most > cap_of[id] * 1e9) most = cap_of[id] * 1e9
            if (stop_of[id] != "" && most > stop_of[id] * 1e9) most = stop_of[id] * 1e9
            most = most / t
            first = second = offered(p, least, most, high / t, surface)
        } else {
            first = offered(p, low / t, high / t, low / t, surface)
            second = offered(p, low / t, high / t, high / t, surface)
        }
        said = first < 0 ? "refused" : text(first)
        print id, weight, height, formula, text(low), text(high), (full > high ? "cap bites" : ""), \
            p, said, (first < 0 ? "refused" : text(second))
    }
}

BEGIN {
    OFS = ","
    # Per gram of body: 1 mg/kg is 1e6 units of 1e-9 mg. Per 0.001 m2: 1 mg/m2 is 1e6 units.
    regimen("prednisone 1-2 mg/kg/d", "prednisone", "weight", 1e6, 2e6, 1, 60, "", "")
    regimen("prednisone 2 mg/kg/d", "prednisone", "weight", 2e6, 2e6, 1, 60, "", "")
    regimen("prednisone 1-5 mg/kg/d", "prednisone", "weight", 1e6, 5e6, 1, 250, "", "")
    regimen("methylprednisolone 5-10 mg/kg/d", "methylprednisolone", "weight", 5e6, 10e6, 1, 1000, "", "")
    regimen("methylprednisolone 5-30 mg/kg/d", "methylprednisolone", "weight", 5e6, 30e6, 1, 1000, "", "")
    regimen("methylprednisolone 10-30 mg/kg/d", "methylprednisolone", "weight", 10e6, 30e6, 1, 1000, "", "")
    regimen("immunoglobulin 1 g/kg/d", "immunoglobulin", "weight", 1e9, 1e9, 1, "", "", "")
    regimen("mycophenolate 1200 mg/m2/d", "mycophenolate", "surface", 1200e6, 1200e6, 2, 2000, "", "")
    regimen("sirolimus 2.5 mg/m2/d", "sirolimus", "surface", 2.5e6, 2.5e6, 1, 4, 5, "")
    regimen("sirolimus 3 mg/m2", "sirolimus", "surface", 3e6, 3e6, 1, "", 5, "")
    regimen("rituximab 375 mg/m2", "rituximab", "surface", 375e6, 375e6, 1, "", "", "")
    regimen("hydroxychloroquine 5 mg/kg/d", "hydroxychloroquine", "weight", 5e6, 5e6, 1, 400, "", 200)
    regimen("filgrastim 1-2 ug/kg", "filgrastim", "weight", 1e3, 2e3, 1, "", "", "")

    pieces("prednisone tablets", "prednisone", "1 2.5 5 10 20 50", "0 0 0 0 0 0")
    # 0.1 mL of 1 mg/mL is 0.1 mg; 0.2 to 30 mL are 2 to 300 steps.
    liquid("prednisone-solution", "prednisone", 0.1e9, 2, 300)
    # Ten vials of 1, 2, 4 and 8 mL, in steps of 0.1 mL, 0.2 mL at least.
    liquid("methylprednisolone-40", "methylprednisolone", 4e9, 2, 100)
    liquid("methylprednisolone-125", "methylprednisolone", 6.25e9, 2, 200)
    liquid("methylprednisolone-500", "methylprednisolone", 12.5e9, 2, 400)
    liquid("methylprednisolone-1000", "methylprednisolone", 12.5e9, 2, 800)
    # 10 %: 100 mg in a milliliter, whole milliliters, ten vials of 50, 100 or 200 mL, 2000 mL at most.
    liquid("immunoglobulin-5g", "immunoglobulin", 100e9, 1, 500)
    liquid("immunoglobulin-10g", "immunoglobulin", 100e9, 1, 1000)
    liquid("immunoglobulin-20g", "immunoglobulin", 100e9, 1, 2000)
    # Capsules of 250 mg from 1.25 m2, tablets of 500 mg from 1.5 m2 (E041).
    pieces("mycophenolate pieces", "mycophenolate", "250 500", "1250 1500")
    liquid("mycophenolate-suspension", "mycophenolate", 20e9, 2, 300)
    pieces("sirolimus tablets", "sirolimus", "0.5 1 2", "0 0 0")
    liquid("sirolimus-solution", "sirolimus", 0.1e9, 2, 300)
    # Whole milliliters of 10 mg; ten vials of 10 or 50 mL.
    liquid("rituximab-100", "rituximab", 10e9, 1, 100)
    liquid("rituximab-500", "rituximab", 10e9, 1, 500)
    pieces("hydroxychloroquine tablets", "hydroxychloroquine", "200", "0")
    # 300 micrograms in a milliliter, 0.05 to 1 mL in steps of 0.01 mL: 3 micrograms a step.
    liquid("filgrastim-300", "filgrastim", 3e6, 5, 100)

    print "regimen,weight_kg,height_cm,formula,low_mg,high_mg,cap,product,smallest_mg,largest_mg"
}
{
    for (i = 1; i <= count; i++) {
        # By weight alone the formula does not matter: one row.
        if (basis_of[regimens[i]] == "weight" && $3 == "haycock") continue
        row(regimens[i], $1, $2, basis_of[regimens[i]] == "weight" ? "" : $3, $4)
    }
}
'
