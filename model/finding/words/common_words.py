"""Common words that are taken as they are typed: `cancer` is not a misspelt *concern*, nor `dental` a misspelt *mental*.

Where a model has none of them it has no such topic, and the word nearest in spelling is offered, not taken.
"""

from .spelling import key, stem

_WORDS = """
abortion abuse accident accommodation addiction adoption alcohol allergy ambulance amputation anaemia anxiety
appointment arthritis asbestos asthma asylum audiology baby bandage bankruptcy bathing bereavement bike bin birth
bladder blind blood bone bowel brain breast broadband building bully bus cancer car cataract cemetery chemist
chemotherapy chest childbirth childcare chiropody cholesterol church cinema circumcision clothing cold contraception
cough counselling court crime cycling dandruff deaf death debt dementia dental dentist dentistry dermatology
diabetes diarrhoea diet disease divorce dog donor drain drug dyslexia ear eczema education election electricity
endoscopy epilepsy eviction eye eyesight fertility fever fire fitness flood flu food foot football fostering
fracture fraud funeral fungus garden gas gender glasses glaucoma gym gynaecology haemophilia hair hand headache
hearing heart heating hepatitis hip holiday homeless homelessness hospice hotel housing hygiene immigration injury
insulin insurance internet kidney knee landlord leukaemia library licence liver lung malaria marriage massage
maternity measles medication medicine menopause midwife midwifery migraine miscarriage money mortgage museum music
nail neurology noise nursery nutrition obesity oncology ophthalmology optician organ orthopaedic oxygen paediatric
pain park parking passport pension pest pharmacy phone physio physiotherapy planning plastic podiatry poison police
pollution pool pothole poverty pregnancy prescription prison probation prostate psychiatry psychology puberty
radiology radiotherapy recycling refugee rent rheumatology road roof rubbish salary salmonella scan school scooter
screening sewage sex shingles shop sight skin sleep smoking snow solicitor speech spine sport stoma stroke sugar
suicide sunburn surgery swimming tax taxi teacher teeth tetanus therapy thyroid tobacco tooth toothache tourism
trade traffic train tram transplant travel tree tuberculosis tumour ulcer unicorn universe university urine vaccine
vegan visa vision vitamin wart waste water weather weight wheelchair wifi women wound
"""

COMMON = frozenset(stem(key(word)) for word in _WORDS.split())
"""Words of health, care and council business that people look for, as `stem` gives them."""
