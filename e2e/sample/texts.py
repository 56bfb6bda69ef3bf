"""Invented names and sentences that the sample is made of. Nothing here describes a real person, place or provider."""

PLACE_STARTS = (
    "ALDER", "BRACK", "CORRIN", "DUNMARL", "EVER", "FENNEL", "GORSE", "HESTER", "ISKEN", "JUNIPER",
    "KELVER", "LARCH", "MARROW", "NETTLE", "OSTREL", "PELLAM", "QUILL", "RUSHEN", "SORREL", "TARNEL",
    "UMBER", "VARREN", "WILLOWEN", "YARROW",
)
PLACE_ENDS = ("BROOK", "WICK", "MERE", "STOW", "HOLLOW", "REACH", "COMBE")
HOSPITAL_KINDS = (
    "MEDICAL CENTER", "COMMUNITY HOSPITAL", "REGIONAL HOSPITAL", "GENERAL HOSPITAL", "HEALTH & WELLNESS HOSPITAL",
    "VALLEY HOSPITAL",
)
STREETS = ("LANTERN", "COPPER", "ORCHARD BEND", "MILLRACE", "SWALLOW", "HARVEST MOON", "GRANARY", "TIMBERLINE")
STREET_KINDS = ("STREET", "AVENUE", "DRIVE", "ROAD", "BOULEVARD")

# (title, description) by topic; entities are escaped as the platform's API returns them.
VIDEO_TEXTS = {
    "cardiovascular_diseases": (
        ("Five quiet signs your heart wants attention", "Our care team walks through five signs worth a visit, and what the first visit looks like ..."),
        ("Blood pressure at home: cuff, chair &amp; calm", "Where to put the cuff, when to sit still, and why one reading says little ..."),
        ("What happens in a cardiac rehab class?", "A tour of the gym, the monitors and the people. Talk to your own doctor before ..."),
        ("Corazón sano: caminar diez minutos cada día", "Empiece despacio, con zapatos cómodos y buena compañía. Más consejos en nuestra página ..."),
        ("दिल की देखभाल के तीन आसान तरीके", "नमक कम करें, रोज़ टहलें और समय पर जाँच कराएँ ..."),
        ("Stents explained with a garden hose", "A garden hose, a balloon pump and a very patient cardiologist."),
    ),
    "diabetes": (
        ("Reading a food label in thirty seconds", "Carbs first, then fibre, then the serving size nobody eats ..."),
        ("&quot;Do I have to give up bread?&quot; and nine other questions", "Ten questions from our diabetes class, answered by the educators who hear them every week ..."),
        ("Diabetes tipo 2: preguntas del primer mes", "Qué medir, cuándo medirlo y a quién llamar si algo no cuadra ..."),
        ("糖尿病患者的早餐：三个简单的想法", "燕麦、鸡蛋和蔬菜，十分钟就能做好 ..."),
        ("Foot checks: two minutes every evening", ""),
        ("مرض السكري: كيف أقيس السكر في المنزل", "خطوات بسيطة لقياس السكر بأمان في البيت ..."),
    ),
    "hormone_balance": (
        ("Thyroid tests: which number means what", "TSH, free T4 and antibodies in plain words ..."),
        ("Hot flashes at work &amp; what helps", "Layers, fans, timing, and when medication is worth discussing ..."),
        ("Hormônios e sono: o que já sabemos", "Uma conversa curta sobre rotina, luz e descanso ..."),
        ("Гормоны и усталость: когда идти к врачу", "Коротко о том, какие анализы бывают и зачем они нужны ..."),
        ("PCOS: a calm introduction", "What it is, what it isn&#39;t, and the first three things to ask."),
    ),
    "antidepressants": (
        ("Starting an antidepressant: the first six weeks", "What may change in which week, and when to call us ..."),
        ("Why stopping slowly matters", "Tapering is a plan you make together with your prescriber ..."),
        ("Antidépresseurs : trois idées reçues", "Ce que les études montrent, et ce qu&#39;elles ne montrent pas ..."),
        ("우울증 약, 처음 복용할 때", "처음 몇 주 동안 알아 두면 좋은 점을 이야기합니다 ..."),
        ("You are not &quot;weak&quot; for asking", "A short story from our peer support group, told with permission."),
    ),
    "probiotics": (
        ("Yogurt, kefir, capsules: is there a difference?", "Strains, doses and the honest answer &quot;it depends&quot; ..."),
        ("Gut health myths our dietitians hear weekly", "Seven myths, seven minutes ..."),
        ("腸内環境と発酵食品の話", "味噌、ヨーグルト、納豆について管理栄養士がやさしく説明します ..."),
        ("Probióticos: cuándo sí y cuándo no", ""),
        ("Do children need probiotics?", "Mostly not, says our pediatric team, and here is why ..."),
    ),
    "anti_aging": (
        ("Strong at seventy: a chair workout", "No equipment, one sturdy chair, eleven minutes ..."),
        ("Sunscreen, sleep &amp; stairs", "The three habits our dermatologists agree on ..."),
        ("Envejecer bien: equilibrio y fuerza", "Ejercicios sencillos para no perder el equilibrio ..."),
        ("Retinol without the drama", "How often, how much, and why it&#39;s fine to stop."),
        ("Memory games: fun, but what do they do?", "A neuropsychologist tries three of them on camera ..."),
    ),
}
OTHER_CHANNELS = (
    "Dr. Imaginary Okafor", "The Calm Kitchen Lab", "Salud con Marisol", "Body Basics Classroom", "Stretch With Ingrid",
    "健康小课堂甲", "Ayurveda Angan", "Labcoat Lorry", "Nurse Pimpernel", "Conversas de Saúde",
)

# (code, label, subcategory, criticality, text)
FEEDBACK = (
    ("xn", "Couldn't be improved", "Nothing to improve", 3, "Nothing that I could name"),
    ("xn", "Couldn't be improved", "Nothing to improve", 0, "No changes from me please"),
    ("xn", "Couldn't be improved", "Nothing to improve", 3, "I would not change a thing."),
    ("cc", "Care received", "Care received", 3, "Looked after from the first minute to the last."),
    ("cc", "Care received", "Care received", 4, "Best care I have had anywhere, thank you all."),
    ("cc", "Care received", "Care received", 0, "Care was fine I suppose"),
    ("cs", "Care received", "Advice and support", 2, "They explained the exercises and gave me a leaflet that made sense."),
    ("cm", "Care received", "Medication ", -2, "My tablets were late on two evenings and nobody could say why. "),
    ("cr", "Care received", "Rules/approach to care", -1, "Lights out at nine is too early for grown adults."),
    ("sa", "Staff", "Attitude Of Staff", 3, "Kind, patient and funny when I needed it."),
    ("sa", "Staff", "Attitude Of Staff", -3, "The person on the desk sighed at every question I asked."),
    ("ss", "Staff", "Staff: General", 3, "Lovely team"),
    ("ss", "Staff", "Staff: General", 2, "Everyone knew my plan before I told them."),
    ("sp", "Staff", "Professionalism/Competence Of Staff", 4, "The therapist knew exactly what she was doing and it shows in my knee."),
    ("sl", "Staff", "Staffing levels", -3, "One nurse for the whole corridor at night is not safe."),
    ("mi", "Communication", "Amount/clarity of information", -2, "Three letters, three different dates."),
    ("ml", "Communication", "Listening", 3, "I felt listened to for the first time in a year."),
    ("mm", "Communication", "Communication", -1, "A text message before the visit would help."),
    ("ee", "Environment/ facilities", "Environment/ facilities", -1, "Radiator by the window rattles."),
    ("ef", "Environment/ facilities", "Food", -2, "Soup was cold twice, the pudding made up for it."),
    ("ep", "Environment/ facilities", "Parking/transport", -3, "Forty minutes looking for a parking space, then late for the appointment."),
    ("wa", "Access", "Time spent waiting for first appt/referral/service", -4, "Eleven months on the list before anyone rang."),
    ("ap", "Access", "Provision of services", -1, "Please bring the evening clinic back."),
    ("tx", "Transition/coordination", "Transition And Discharge", -3, "Sent home on a Friday without the equipment we were promised."),
    ("xe", "Miscellaneous", "Everything was good/bad", 4, "All of it was good."),
)

# Texts with planted identifiers; numbers come from ranges that are reserved and never given out.
FEEDBACK_WITH_IDENTIFIERS = (
    ("mm", "Communication", "Communication", -2, "Nobody answers. Please write to rosa.tindle@post.example instead."),
    ("mi", "Communication", "Amount/clarity of information", -1, "I was told to ring 020 7946 0321 and it rang out."),
    ("cc", "Care received", "Care received", 2, "My NHS number 999 104 7727 was read out in the waiting room."),
    ("tx", "Transition/coordination", "Transition And Discharge", -3, "Letter went astray, hospital number 7014482, please check."),
)
