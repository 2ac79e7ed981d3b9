"""Common words that are never corrected: `cancer` is not a misspelt *concern*, nor `dental` a misspelt *mental*.

A model without such a word has no such topic; the topic nearest in meaning is offered instead.
"""

from collections.abc import Iterator

from .spelling import key, stem

_WORDS = """
mental health: abuse addiction alcohol anxiety bereavement bully counselling death dementia drug dyslexia
    funeral psychiatry psychology sleep suicide therapy
children: abortion adoption baby birth childbirth childcare contraception fertility fostering maternity measles
    menopause midwife midwifery miscarriage nursery paediatric pregnancy puberty school teacher women
long term conditions: allergy anaemia arthritis asthma blood cholesterol diabetes disease eczema epilepsy
    haemophilia hepatitis insulin malaria obesity stoma stroke tuberculosis ulcer weight
primary care: appointment audiology bandage blind chemist chiropody cold cough dandruff deaf dental dentist
    dentistry diarrhoea diet ear eye eyesight fever flu foot glasses headache hearing medication medicine nail
    nutrition optician pharmacy podiatry prescription salmonella shingles sight skin smoking teeth tetanus
    tobacco tooth toothache vaccine vision vitamin wart
hospital: accident ambulance amputation bladder bone bowel brain breast cancer cataract chemotherapy chest
    circumcision dermatology donor endoscopy fracture fungus glaucoma gynaecology hair hand heart hip injury
    kidney knee leukaemia liver lung massage migraine neurology oncology ophthalmology organ orthopaedic oxygen
    pain physio physiotherapy poison prostate radiology radiotherapy rheumatology scan screening speech spine
    sunburn surgery thyroid transplant tumour urine wound
social care: bathing hospice wheelchair
funding: bankruptcy debt insurance money mortgage pension rent salary sugar tax
housing: accommodation asbestos drain electricity eviction gas heating homeless homelessness hotel landlord
    noise pest roof sewage water
active travel: bike bus car cycling fitness football gym park parking pool road scooter sport swimming taxi
    traffic train tram travel
council: asylum bin broadband building cemetery church cinema clothing court crime divorce dog education
    election fire flood food fraud garden gender holiday housing hygiene immigration internet library licence
    marriage museum music passport phone planning plastic police pollution pothole poverty prison probation
    recycling refugee rubbish sex shop snow solicitor tourism trade tree unicorn universe university vegan visa
    waste weather wifi
"""
"""Words of health, care and council business that people search for, after the topic nearest in meaning."""


def _nearest() -> Iterator[tuple[str, str]]:
    topic = ""
    for line in _WORDS.strip().splitlines():
        head, colon, words = line.rpartition(":")
        topic = head if colon else topic
        yield from ((stem(key(word)), topic) for word in words.split())


COMMON = dict(_nearest())
"""The topic nearest in meaning to each word, by the word as `stem` gives it."""
