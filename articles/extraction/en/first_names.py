"""First names that are common in English-language news, and the words that tell a man from a woman.

Names that both use (Jordan, Leslie, Taylor) are left out: the text's own pronouns tell those.
"""

from __future__ import annotations

from typing import Final

MALE_NAMES: Final = frozenset(
    """
    aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alejandro alexander alfred ali alistair allan
    allen alvin amir andre andrei andrew andy anthony antonio arnold arthur ashton barack barney barry bart ben
    benjamin bernard bernie bill billy bob bobby boris brad bradley brandon brendan brent brett brian bruce bryan
    byron caleb calvin carl carlos chad charles charlie chester chris christian christopher chuck clarence clay
    clifford clint clive colin corey craig curtis cyril dale damian dan daniel danny darren darryl dave david dean
    dennis derek derrick desmond diego dmitry dominic don donald donnie doug douglas duncan dustin dwayne dwight
    earl ed eddie edgar eduardo edward edwin eli elijah elliot elliott emmanuel enrique eric erik ernest ethan
    eugene evan felix fernando francisco frank franklin fred frederick gabriel garrett gary gavin gene geoff
    geoffrey george gerald gerard giles glen glenn gordon graham grant greg gregory guy hal hamid harold harrison
    harry harvey hassan hector henry herbert herman howard hugh hugo hussein ian ibrahim igor isaac ivan jack
    jackson jacob jacques jaime jake jamal james jared jason javier jay jeb jeff jeffrey jeremy jerome jerry jesse
    jesus jim jimmy joaquin joe joel johannes john johnny jon jonathan jorge jose josef joseph josh joshua juan
    julian julio julius justin karl keith ken kenneth kent kevin khalid kofi kurt kyle lamar lance larry lars
    lawrence lee leo leon leonard leroy lewis liam lindsey lloyd louis lucas luis luke mahmoud manuel marc marco
    marcus mario mark marshall martin marvin matt matthew maurice max melvin michael michel miguel mike mikhail
    milton mitch mitchell mitt mohamed mohammad mohammed muhammad mustafa nathan nathaniel neal ned neil nelson newt
    nicholas nick nicolas nigel noah norman oliver omar orlando osama oscar otto owen pablo patrick paul pedro pete
    peter phil philip phillip pierre quentin rafael ralph ramon randall randy raul ray raymond reggie reince reuben
    rex ricardo richard rick ricky rob robert roberto rodney rodrigo roger roland rolf ron ronald ronnie rory ross
    roy ruben rudolph rudy rupert russ russell ryan salman salvador sam samuel saul scott sean sebastian sergei
    sergio seth shane shaun sheldon shinzo sidney simon spencer stan stanley stefan stephen steve steven stewart
    stuart ted terrence terry theodore thomas tim timothy toby todd tom tommy tony travis trent trevor troy tucker
    tyler tyrone vernon victor vince vincent vladimir wade wallace walter warren wayne wilbur will william willie
    winston wolfgang xavier yasser youssef yusuf zach zachary
    """.split()
)
FEMALE_NAMES: Final = frozenset(
    """
    abigail ada adele adriana agnes aisha alexandra alexis alice alicia alison allison alyssa amanda amber amelia
    amy ana andrea angela angelina anita ann anna anne annette annie arlene ashley audrey aung ava barbara
    beatrice becky belinda bernadette bernice beth bethany betsy betty beverly bonnie brenda bridget brittany
    camille candace carla carly carmen carol caroline carolyn carrie cassandra catherine cathy cecilia celeste celia
    charlene charlotte chelsea cheryl christiane christina christine cindy claire clara clarissa claudia colleen
    connie constance cora crystal cynthia daisy dana daniela danielle dawn deborah debra delores denise diana diane
    dianne dolores donna dora doris dorothy ebony edith edna eileen elaine eleanor elena elisa elisabeth elise
    elizabeth ella ellen eloise elsa elsie emily emma erica erika erin esmeralda esther ethel eva evelyn faith
    fatima felicia fiona flora florence frances francesca frida gabriela gabrielle gail geraldine gertrude gina
    ginger gladys glenda gloria grace greta gretchen gwen hannah harriet hazel heather heidi helen helena helene
    hilary hillary holly hope huma ida imelda ingrid irene iris irma isabel isabella ivanka ivy jackie jacqueline
    jamie jan jane janet janice jasmine jean jeanette jeanne jen jenna jennifer jenny jessica jill jo joan joanna
    joanne jocelyn jodi josephine joy joyce juanita judith judy julia juliana julie juliet june kamala karen karin
    kate katharine katherine kathleen kathryn kathy katie katrina kay kayla keisha kelly kellyanne kerry kim
    kimberly kirsten kirstjen kristen kristin kristina kristine lara latoya laura lauren laurie leah leila lena
    leticia lillian lily linda lisa liz liza lois lola lorena loretta lori lorraine louise lourdes lucia lucille
    lucy luisa lydia lynn lynne mabel madeleine madeline maggie mandy marcia margaret margarita margot maria
    marianne marie marilyn marina marissa marjorie marlene marsha martha mary maureen maxine megan megyn melania
    melanie melinda melissa mercedes meredith mia michele michelle mildred mimi minnie miranda miriam moira molly
    mona monica muriel myra myrtle nadia nancy naomi natalia natalie natasha nicola nicole nikki nina nora norma
    olga olivia paige pamela patricia patty paula pauline pearl peggy penelope penny phyllis priscilla priya rachel
    ramona rebecca regina renee rhonda rita roberta robyn rosa rosalind rosalynn rose rosemary roxanne ruth sabrina
    sally samantha sandra sara sarah sasha selena serena shannon sharon sheila shelley sherry sheryl shirley silvia
    simone sofia sonia sophia sophie stacey stacy stella stephanie sue susan susanna susanne suzanne svetlana sylvia
    tamara tammy tanya tara tatiana teresa terri theresa tiffany tina toni tracey tulsi ursula valerie vanessa vera
    veronica vicki victoria viola violet virginia vivian wanda wendy whitney wilma yolanda yulia yvonne zoe
    """.split()
)
MEN: Final = frozenset(
    """
    mr sir lord king prince duke father brother son husband uncle nephew grandfather grandson widower boyfriend fiance
    man boy gentleman businessman spokesman congressman assemblyman councilman alderman chairman salesman policeman
    fireman serviceman cameraman anchorman statesman frontman actor waiter priest pope bishop cardinal rabbi imam
    """.split()
)
WOMEN: Final = frozenset(
    """
    mrs ms miss madam dame lady queen princess duchess mother sister daughter wife aunt niece grandmother granddaughter
    widow girlfriend fiancee woman girl businesswoman spokeswoman congresswoman assemblywoman councilwoman chairwoman
    saleswoman policewoman servicewoman anchorwoman actress waitress nun
    """.split()
)
HE: Final = frozenset("he him his himself".split())
SHE: Final = frozenset("she her hers herself".split())
