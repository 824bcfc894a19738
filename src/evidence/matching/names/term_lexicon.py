"""Classes of drugs, salts, hormones and germs: what they are called, and what tells of them.

In each line stand the names of one, then, behind `|`, the words of a text that tell of it as well:
its members, adjectives and abbreviations; `*` stands for any letters. The sources are named with
each list. A name without members would be missed in a text that only has them: therefore only what
can be told by its members is here.
"""

from typing import Final

# The therapeutic and chemical subgroups of the ATC classification (WHO Collaborating Centre for
# Drug Statistics Methodology) that are told by the stems of international nonproprietary names.
CLASSES: Final = (
    "antihistamine, H1 blocker, H1 antagonist | *histamin* *ratadine *tirizine *fenadine"
    " *astine hydroxyzine promethazine chlorphen* *hydramine *cyclizine doxylamine",
    "corticosteroid, glucocorticoid, glucocorticosteroid, steroid | *steroid* *cort *cortico*"
    " *cortisone *sone *solone *onide *asone *tasol budesonide ciclesonide triamcinolone",
    "opioid, opiate | opi* *orphine *orphan* *codone *codeine *fentanil *fentanyl tramadol"
    " tapentadol methadone pethidine meperidine *morphone *morphan heroin diamorphine *nalo*"
    " *naltrex*",
    "statin, HMG-CoA reductase inhibitor | *statin *statins hmg*",
    "beta blocker, beta-adrenoceptor antagonist, beta-adrenergic blocker | *olol *alol"
    " carvedilol *dilol *blocker *blockers *blockade",
    "ACE inhibitor, angiotensin-converting enzyme inhibitor, ACEI | *pril *prilat acei ace"
    " converting raas ras",
    "angiotensin receptor blocker, ARB, sartan | *sartan *sartans arb arbs angiotensin raas ras",
    "calcium channel blocker, calcium antagonist, CCB | *dipine *dipines verapamil diltiazem"
    " calcium ccb ccbs",
    "thiazide | *thiazid* chlort* chlorth* indapamide metolazone",
    "loop diuretic | *semide *asemide bumetanide etacryn* ethacryn* loop",
    "mineralocorticoid receptor antagonist, aldosterone antagonist | *renone *renones"
    " spironolactone *mineralocorticoid* *aldosteron* mra mras",
    "vitamin K antagonist, VKA, coumarin | warfarin *coumarol *coumon *coumarin* fluindione vka"
    " vkas",
    "sulfonylurea | gli* *glyburide *sulfonylurea* *butamide",
    "biguanide | *formin *biguanid*",
    "thiazolidinedione, glitazone | *glitazone *glitazones *thiazolidinedion* tzd*",
    "bisphosphonate, biphosphonate | *dron* *phosphonate*",
    "triptan | *triptan *triptans",
    "gepant | *gepant *gepants",
    "benzodiazepine | *azepam *zolam *azepine* *azepines *diazep* clobazam *benzodiazep*",
    "barbiturate | *barbit* primidone thiopental",
    "SSRI, selective serotonin reuptake inhibitor | *oxetine *sertraline *citalopram"
    " *fluvoxamine ssri ssris *serotonin*",
    "tricyclic antidepressant, tricyclic | *triptyline *ipramine *pramine doxepin dosulepin"
    " tricyclic* tca tcas",
    "antipsychotic, neuroleptic | *apine *peridone *peridol *piprazole *prazine *promazine"
    " *idone *thixol *pride *sulpride *neurolep* *psychotic*",
    "NSAID, nonsteroidal anti-inflammatory drug | *profen *fenac *coxib *coxibs *oxicam"
    " *metacin *fenamate *fenamic *rolac naproxen aspirin acetylsalic* nsaid* *steroidal",
    "proton pump inhibitor, PPI | *prazole *prazoles ppi ppis proton",
    "H2 blocker, H2 receptor antagonist, H2 antagonist | *tidine h2 h2ra h2ras",
    "laxative | *laxat* lactul* macrogol polyethylene bisacodyl senn* picosulf* linaclotide",
    "beta-lactam, β-lactam | *lactam* *cillin *cillins *penem *penems cef* ceph* *bactam"
    " penicill*",
    "penicillin, aminopenicillin | *cillin *cillins *penicillin*",
    "cephalosporin | cef* ceph*",
    "carbapenem | *penem *penems",
    "macrolide | *thromycin *macrolid* telithromycin",
    "fluoroquinolone, quinolone | *oxacin *oxacins *quinolon*",
    "aminoglycoside | *micin *kacin *bramycin *mycin streptomycin *glycosid*",
    "tetracycline | *cycline *cyclines",
    "glycopeptide, glycopeptide antibiotic | *vancin *planin *glycopeptid* vancomycin",
    "polymyxin | *myxin* colisti*",
    "sulfonamide | sulfa* *sulfonamid* cotrimoxazole trimethoprim",
    "oxazolidinone | *ezolid *oxazolidin*",
    "echinocandin | *fungin *candin*",
    "azole, azole antifungal, triazole | *conazole *conazoles *azole*",
    "polyene | amphotericin nystatin natamycin *polyen*",
    "anthracycline | *rubicin *rubicins *anthracycl* mitoxantrone",
    "taxane | *taxel *taxane*",
    "vinca alkaloid | vin* *vinca*",
    "platinum, platinum compound | *platin *platin*",
    "anti-TNF, TNF inhibitor, TNF blocker | *tnf* *limumab infliximab certolizumab etanercept"
    " tumor",
    "calcineurin inhibitor | *calcineurin* tacrolimus pimecrolimus voclosporin ciclospor*"
    " cyclospor*",
    "checkpoint inhibitor, immune checkpoint inhibitor | *checkpoint* *limab *lumab *izumab pd1"
    " pdl1 ctla4 pd ctla",
    "leukotriene receptor antagonist, antileukotriene | *lukast *leukotrien* ltra ltras",
    "local anaesthetic, local anesthetic | *caine *caines *anesthetic* *anaesthetic*",
    "nucleoside analogue | *vudine *citabine *fovir *ciclovir *cyclovir *nucleos* abacavir"
    " entecavir *cavir ribavirin emtricit* didanosine",
    "protease inhibitor | *navir *previr *proteas* *vir",
    "integrase inhibitor, integrase strand transfer inhibitor, INSTI | *tegravir *integras*"
    " insti*",
)  # fmt: skip

# Anions and metals of the ATC groups A11, A12, B05, V03AE; vitamins by their names.
SUBSTANCES: Final = (
    "bicarbonate, hydrogen carbonate, NaHCO3 | *bicarb* *hco3* alkali*",
    "citrate | *citrat* *citric*",
    "gluconate | *glucon*",
    "potassium | *potass* *kalem* *kali*",
    "magnesium, MgSO4 | *magnes* mgso4",
    "calcium | *calc*",
    "phosphate, phosphorus | *phosph*",
    "iron | *ferr* *iron* hematin*",
    "zinc | zinc* zn",
    "selenium | selen*",
    "iodine, iodide | *iod*",
    "fluoride | *fluor*",
    "vitamin A, retinol | *retin* vitamin",
    "vitamin B12, cobalamin, cyanocobalamin | *cobal* b12",
    "vitamin C, ascorbic acid, ascorbate | *ascorb* vitamin",
    "vitamin D | *calcifer* *calcidiol *calcitriol *calcidol 25oh* *hydroxyvitamin* vitamin vdr",
    "vitamin E, tocopherol | *tocopher* vitamin",
    "folic acid, folate | *folat* *folic* *folin*",
    "riboflavin, vitamin B2 | *ribofl* b2",
    "pyridoxine, vitamin B6 | *pyridox* b6",
    "thiamine, vitamin B1 | *thiamin* b1",
    "omega-3, fish oil | *omega* *eicosapent* *icosapent* *docosahex* fish epa dha",
)

# Hormones by the recommended names of the Human Protein Atlas and IUPHAR, with their abbreviations.
HORMONES: Final = (
    "ghrelin | *ghrelin* ghsr* *secretagog*",
    "motilin | *motilin*",
    "leptin | *leptin*",
    "adiponectin | *adiponect*",
    "insulin | *insulin*",
    "glucagon | *glucagon*",
    "amylin | *amylin* *lintide",
    "somatostatin | *somatosta* *reotide",
    "secretin | *secretin*",
    "gastrin | *gastrin*",
    "cholecystokinin, CCK | *cholecystok* cck*",
    "cortisol | *cortisol* *cortis* *cortico*",
    "aldosterone | *aldosteron*",
    "renin | *renin* raas ras",
    "angiotensin | *angiotens* raas ras *sartan *pril",
    "vasopressin, antidiuretic hormone, ADH, AVP | *vasopress* *pressin *diuretic avp adh"
    " *vaptan copeptin",
    "oxytocin | *oxytoc*",
    "prolactin | *prolact*",
    "growth hormone, somatotropin | *somat* growth gh",
    "TSH, thyrotropin, thyroid-stimulating hormone | *thyrotrop* tsh* *thyr*",
    "thyroxine | *thyrox* t4 ft4 *thyr*",
    "triiodothyronine | *thyronin* t3 ft3",
    "parathyroid hormone, PTH, parathormone | *parathyr* *pth *parathorm* *paratide",
    "calcitonin | *calcitonin* cgrp",
    "ACTH, corticotropin, adrenocorticotropic hormone | *acth* *corticotrop*",
    "FSH, follicle-stimulating hormone, follitropin | *fsh* follic* follitrop* *gonadotrop*",
    "LH, luteinising hormone, luteinizing hormone | lh lutein* lutrop* *gonadotrop*",
    "testosterone | *testoster* *androgen*",
    "estradiol, oestradiol | *estr*",
    "estrogen, oestrogen | *estr*",
    "progesterone | *progest* *gest*",
    "melatonin | *melaton* *melteon",
    "erythropoietin, EPO | *erythropo* *poetin* epo esa esas",
    "FGF23, fibroblast growth factor 23 | fgf23 fibroblast",
)

# Genera as in the List of Prokaryotic names with Standing in Nomenclature, and viruses as the ICTV
# names them, each with what is usual in the clinic.
ORGANISMS: Final = (
    "Staphylococcus, Staphylococcus aureus, S. aureus, Staph. aureus, MRSA, MSSA | *staph* mrsa"
    " mssa *aureus cons",
    "Streptococcus, Streptococcus pneumoniae, S. pneumoniae, pneumococcus, S. pyogenes |"
    " *strep* *pneumoc* *pyogenes",
    "Enterococcus, Enterococcus faecalis, E. faecalis, Enterococcus faecium, E. faecium, VRE |"
    " *enteroc* vre *faecalis *faecium *fecalis *fecium",
    "Escherichia coli, E. coli, Escherichia | *coli *escher* *colif* ehec etec stec uropath*",
    "Klebsiella, Klebsiella pneumoniae, K. pneumoniae | *klebs*",
    "Pseudomonas, Pseudomonas aeruginosa, P. aeruginosa | *pseudom* *aeruginosa",
    "Acinetobacter, Acinetobacter baumannii, A. baumannii | *acinetob* *baumannii crab",
    "Stenotrophomonas, Stenotrophomonas maltophilia, S. maltophilia | *stenotr* *maltoph*",
    "Enterobacter, Enterobacter cloacae | *enterobact*",
    "Proteus, Proteus mirabilis, P. mirabilis | proteus *mirabilis",
    "Salmonella, S. Typhi, Salmonella Typhi | *salmon* *typh*",
    "Shigella | *shigel*",
    "Campylobacter | *campylob*",
    "Helicobacter, Helicobacter pylori, H. pylori | *helicob* *pylori",
    "Clostridioides difficile, Clostridium difficile, C. difficile, C. diff | *clostrid*"
    " *difficile* cdi cdad cdiff",
    "Candida, Candida albicans, C. albicans, Candida auris, C. auris | *candid* *albicans *auris",
    "Aspergillus, Aspergillus fumigatus, A. fumigatus | *aspergil*",
    "Cryptococcus, Cryptococcus neoformans | *cryptoc*",
    "Pneumocystis, Pneumocystis jirovecii | *pneumocyst* pcp pjp *jirov*",
    "Legionella | *legionel*",
    "Listeria, Listeria monocytogenes | *lister*",
    "Haemophilus, Haemophilus influenzae, H. influenzae | *hemophil* *influenzae hib",
    "Moraxella | *moraxel*",
    "Bordetella, Bordetella pertussis | *bordet* *pertuss*",
    "Neisseria gonorrhoeae, N. gonorrhoeae, gonococcus, gonorrhoea, gonorrhea | *gonor* *gonoc*",
    "Neisseria meningitidis, N. meningitidis, meningococcus | *meningoc* *meningit* menb menc"
    " menacwy* menabcwy*",
    "Chlamydia, Chlamydia trachomatis, C. trachomatis | *chlamyd* *trachom*",
    "Mycoplasma | *mycoplas*",
    "Treponema pallidum, syphilis | *trepon* *syphil*",
    "Borrelia, Borrelia burgdorferi | *borrel* lyme",
    "Mycobacterium tuberculosis, M. tuberculosis, tuberculosis, TB | *tubercul* *mycobact* tb *tb",
    "Plasmodium, Plasmodium falciparum, P. falciparum, Plasmodium vivax, P. vivax, malaria |"
    " *plasmod* *malari* *falcip* *vivax",
    "Toxoplasma, Toxoplasma gondii | *toxoplas*",
    "Leishmania | *leishm*",
    "Trypanosoma, Trypanosoma cruzi | *trypanos* *cruzi chagas",
    "Schistosoma | *schistos* *bilharz*",
    "HIV, HIV-1, human immunodeficiency virus | *hiv* *immunodefic* aids *retrovir*",
    "cytomegalovirus, CMV | *cytomeg* *cmv",
    "Epstein-Barr virus, EBV | ebv epstein",
    "herpes simplex, herpes simplex virus, HSV | hsv* herpes",
    "varicella, varicella-zoster virus, VZV, herpes zoster, zoster, shingles | *varicel*"
    " *zoster* vzv shingles herpes chickenpox",
    "human papillomavirus, HPV | *papillom* hpv*",
    "respiratory syncytial virus, RSV | *syncyt* *rsv*",
    "influenza | *influenz* flu h1n1 h3n2 h5n1",
    "SARS-CoV-2, COVID-19 | *sars* *cov* *covid*",
    "rotavirus | *rotavir* *rota*",
    "norovirus | *norovir*",
    "measles | *measl* *mmr*",
    "mumps | *mump* *mmr*",
    "rubella | *rubel* *mmr*",
    "dengue, dengue virus | *deng* denv*",
    "Zika, Zika virus | *zika* zikv*",
    "Ebola, Ebola virus | *ebol*",
    "rabies | *rabi*",
    "poliovirus, polio | *polio*",
)

# How vaccines are made (WHO, "Vaccine types"), as it stands before the word `vaccine`.
VACCINES: Final = (
    "mRNA | *mrna* *rna",
    "adenovirus, adenoviral, viral vector, vector, vectored | *adeno* *vector*",
    "inactivated, killed | *inactivat* killed",
    "live attenuated, live, attenuated | live *attenuat*",
    "adjuvanted | *adjuvant*",
    "unadjuvanted, non-adjuvanted | unadjuvant* nonadjuvant*",
    "recombinant | *recombin*",
    "conjugate, conjugated | *conjug* pcv* mcv* tcv",
    "polysaccharide | *polysacch* ppsv* ppv*",
    "subunit, protein subunit | *subunit*",
    "toxoid | *toxoid*",
    "whole-cell | *whole*",
    "acellular | *acellul* tdap dtap",
    "high-dose | highdose",
    "standard-dose | standarddose",
    "prefusion F, prefusion | *prefus* pref",
    "postfusion F, postfusion | *postfus* postf",
    "attachment G | attachment",
    "monovalent | *monoval*",
    "bivalent | *bival*",
    "trivalent | *trival* tiv",
    "quadrivalent, tetravalent | *quadrival* *tetraval* qiv",
    "pentavalent | *pentaval*",
    "nonavalent | *nonaval* *9val* 9vhpv",
)
