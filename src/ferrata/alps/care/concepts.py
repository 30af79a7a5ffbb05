"""What a record can say of infections, vaccines, allergies, pregnancy and procedures."""

from __future__ import annotations

from ferrata.guideline.events import Sign


class Vaccine:
    """A dose was given."""

    PNEUMOCOCCAL_CONJUGATE = Sign(
        "immunized-pneumococcal-conjugate", "Pneumococcal conjugate vaccine"
    )
    PNEUMOCOCCAL_POLYSACCHARIDE = Sign(
        "immunized-pneumococcal-polysaccharide", "Pneumococcal polysaccharide vaccine"
    )
    MENINGOCOCCAL_ACWY = Sign("immunized-meningococcal-acwy", "Meningococcal ACWY vaccine")
    MENINGOCOCCAL_B = Sign("immunized-meningococcal-b", "Meningococcal B vaccine")
    HAEMOPHILUS_B = Sign("immunized-haemophilus-b", "Haemophilus influenzae type b vaccine")
    INFLUENZA = Sign("immunized-influenza", "Influenza vaccine")
    MMR = Sign("immunized-mmr", "Measles, mumps and rubella vaccine")
    VARICELLA = Sign("immunized-varicella", "Varicella vaccine")
    HEPATITIS_B = Sign("immunized-hepatitis-b", "Hepatitis B vaccine")


class Infection:
    """An infection that was there."""

    SEPSIS = Sign("sepsis", "Sepsis")
    HEPATITIS_B = Sign("hepatitis-b", "Hepatitis B")
    PARVOVIRUS = Sign("parvovirus", "Parvovirus B19 infection")
    CYTOMEGALOVIRUS = Sign("cytomegalovirus", "Cytomegalovirus infection")
    EPSTEIN_BARR_VIRUS = Sign("epstein-barr-virus", "Epstein-Barr virus infection")


class Reproduction:
    """Pregnancy and how it is prevented."""

    PREGNANT = Sign("pregnant", "Pregnant")
    CONTRACEPTION = Sign("contraception", "Effective contraception")
    PREGNANCY_TEST_NEGATIVE = Sign("pregnancy-test-negative", "Negative pregnancy test")


class Transfusion:
    """Blood products, by kind."""

    RED_CELLS = Sign("transfusion-red-cells", "Transfusion of red cells")
    PLATELETS = Sign("transfusion-platelets", "Transfusion of platelets")


class Procedure:
    """Done, on a day."""

    LYMPH_NODE_BIOPSY = Sign("lymph-node-biopsy", "Biopsy of a lymph node")
    BONE_MARROW_EXAMINATION = Sign("bone-marrow-examination", "Examination of the bone marrow")
    TRANSPLANTED = Sign("transplanted", "Hematopoietic stem cell transplantation")


class Allergy:
    """Allergy or intolerance to a treatment, by ingredient."""

    PREDNISONE = Sign("allergy-prednisone", "Allergy to prednisone")
    METHYLPREDNISOLONE = Sign("allergy-methylprednisolone", "Allergy to methylprednisolone")
    MYCOPHENOLATE = Sign("allergy-mycophenolate", "Allergy to mycophenolate")
    SIROLIMUS = Sign("allergy-sirolimus", "Allergy to sirolimus")
    RITUXIMAB = Sign("allergy-rituximab", "Allergy to rituximab")
    IMMUNOGLOBULIN = Sign("allergy-immunoglobulin", "Allergy to immunoglobulin")
    FILGRASTIM = Sign("allergy-filgrastim", "Allergy to filgrastim")
    HYDROXYCHLOROQUINE = Sign("allergy-hydroxychloroquine", "Allergy to hydroxychloroquine")
    ELTROMBOPAG = Sign("allergy-eltrombopag", "Allergy to eltrombopag")
    ROMIPLOSTIM = Sign("allergy-romiplostim", "Allergy to romiplostim")
    PENICILLIN = Sign("allergy-penicillin-v", "Allergy to penicillins")
    COTRIMOXAZOLE = Sign("allergy-cotrimoxazole", "Allergy to sulfonamides")
