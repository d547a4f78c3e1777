/** Prefixes that keep their hyphen in one word, as the English Web Treebank writes them (“pre-war”, “mid-1980s”). */
export const JOINING_PREFIXES: ReadonlySet<string> = new Set(
  "anti arch co counter cross e em ex extra inter intra mega micro mid mini mis multi neo non over post pre pro pseudo psycho quasi re semi socio sub super trans ultra un under".split(
    " ",
  ),
);

/** Last parts of host and file names. */
export const DOMAIN_ENDS: ReadonlySet<string> = new Set(
  "com org net gov edu mil int info biz eu uk ru ua us fr de cn jp kr tr ir il io tv co doc docx xls xlsx pdf ppt txt htm html jpg png gif zip exe mp3 mp4 csv".split(
    " ",
  ),
);

/** Contractions without an apostrophe, and where they are cut. */
export const CONTRACTIONS: ReadonlyMap<string, number> = new Map([
  ["cannot", 3],
  ["gonna", 3],
  ["wanna", 3],
  ["gotta", 3],
  ["gimme", 3],
  ["lemme", 3],
  ["dont", 2],
  ["didnt", 3],
  ["doesnt", 4],
  ["isnt", 2],
  ["wasnt", 3],
  ["wouldnt", 5],
  ["couldnt", 5],
  ["shouldnt", 6],
  ["havent", 4],
  ["hasnt", 3],
  ["hadnt", 3],
  ["arent", 3],
  ["werent", 4],
  ["wont", 2],
  ["im", 1],
  ["ive", 1],
  ["thats", 4],
  ["whats", 4],
  ["youre", 3],
  ["theyre", 4],
  ["'tis", 2],
  ["'twas", 2],
  ["’tis", 2],
  ["’twas", 2],
]);

/** Words that, in capitals after an abbreviation, open a new sentence. */
export const STARTERS: ReadonlySet<string> = new Set(
  "a according after all also although an and another any as asked at because before both but by despite during each earlier even every following for from he her here his how however i if in instead it its last later many meanwhile more most moreover neither no nor not now of officials on once one only or other our police several she since so some such that the their then there these they this those though three to today two under until we what when where whether which while who why with yesterday yet you".split(
    " ",
  ),
);
