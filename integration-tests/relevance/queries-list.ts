/**
 * Judged queries: `what is typed | script | kind | grade tags; grade tags`. Goods with all those tags (none of those with `!`) have the grade:
 * 3 what was asked for, 2 nearly that, 1 of use to who asks; of several rules the highest counts, all else is 0. The grades say what a
 * shopper of the script means; they were set before any engine was asked. `{barcode …}` and `{sku …}` stand for those of the one good with these tags.
 * Scripts: uz (Latin), uzc (Cyrillic), ru, en. `nothing` is for queries that nothing answers.
 */
export const QUERIES_LIST = `
telefon | uz | exact | 3 phone; 3 phoneish; 1 holder
smartfon | uz | exact | 3 phone; 1 phoneish
muzlatkich | uz | exact | 3 fridge; 2 freezer
televizor | uz | exact | 3 tv; 1 tvstuff
kir yuvish mashinasi | uz | exact | 3 washer
konditsioner | uz | exact | 3 ac
changyutgich | uz | exact | 3 vacuum
dazmol | uz | exact | 3 iron
guruch | uz | exact | 3 rice
shakar | uz | exact | 3 sugar
qovun | uz | exact | 3 melon
gilam | uz | exact | 3 carpet
do‘ppi | uz | exact | 3 doppi
kitob | uz | exact | 3 books; 1 bookshelf
lagan | uz | exact | 3 lagan
velosiped | uz | exact | 3 bicycle
qatiq | uz | exact | 3 yogurt
beshik | uz | exact | 3 cradle; 2 cradle-bedding
холодильник | ru | exact | 3 fridge; 1 freezer
наушники | ru | exact | 3 headphones
ноутбук | ru | exact | 3 laptop; 1 laptopbag
кроссовки | ru | exact | 3 sneakers
платье | ru | exact | 3 dress
шоколад | ru | exact | 3 chocolate
подушка | ru | exact | 3 pillow
гречка | ru | exact | 3 buckwheat
чемодан | ru | exact | 3 suitcase
роутер | ru | exact | 3 router
планшет | ru | exact | 3 tablet; 1 tabletcase
кетчуп | ru | exact | 3 ketchup
чангютгич | uzc | exact | 3 vacuum
қулоқчин | uzc | exact | 3 headphones
тарвуз | uzc | exact | 3 watermelon
бодринг | uzc | exact | 3 cucumber
дўппи | uzc | exact | 3 doppi
шапка | ru | exact | 3 hat
laptop | en | exact | 3 laptop
t-shirt | en | exact | 3 tshirt
телефон | uzc | other-script | 3 phone; 3 phoneish; 1 holder
музлаткич | uzc | other-script | 3 fridge; 2 freezer
телевизор | uzc | other-script | 3 tv; 1 tvstuff
кир ювиш машинаси | uzc | other-script | 3 washer
дазмол | uzc | other-script | 3 iron
гуруч | uzc | other-script | 3 rice
қозон | uzc | other-script | 3 kazan
пичоқ | uzc | other-script | 3 knife
қўғирчоқ | uzc | other-script | 3 doll
ўйинчоқ | uzc | other-script | 3 plush; 3 educational; 3 doll; 3 rccar; 3 lego; 2 toys
сариёғ | uzc | other-script | 3 butter
мол гўшти | uzc | other-script | 3 beef
кўк чой | uzc | other-script | 3 green-tea; 1 tea
соат | uzc | other-script | 3 wristwatch !wallclock; 3 smartwatch !band; 2 wallclock; 2 band
ёстиқ | uzc | other-script | 3 pillow
қовун | uzc | other-script | 3 melon
чопон | uzc | other-script | 3 chopan
тухум | uzc | other-script | 3 eggs
bodring | uz | other-script | 3 cucumber
tarvuz | uz | other-script | 3 watermelon
o‘rik qoqi | uz | other-script | 3 apricots; 1 compote
devzira | uz | other-script | 3 devzira; 1 rice
mosh | uz | other-script | 3 mung
alifbo | uz | other-script | 3 alphabet
noutbuk | uz | other-script | 3 laptop; 1 laptopbag
planshet | uz | other-script | 3 tablet; 1 tabletcase
kofe | uz | other-script | 3 coffee; 1 coffeemachine; 1 coffeegrinder
sement | uz | other-script | 3 cement
grechka | uz | other-script | 3 buckwheat
shampun | uz | other-script | 3 shampoo
router | en | other-script | 3 router
blender | uz | other-script | 3 blender
samsung | en | brand | 3 samsung !case !protector; 2 samsung
самсунг | ru | brand | 3 samsung !case !protector; 2 samsung
artel | uz | brand | 3 artel
артель | ru | brand | 3 artel
хуавей | ru | nothing | none
леново | ru | brand | 3 lenovo
сяоми | ru | brand | 3 xiaomi; 3 redmi
адидас | ru | brand | 3 adidas
нескафе | ru | brand | 3 nescafe
кока кола | ru | brand | 3 cocacola
тефаль | ru | brand | 3 tefal
айфон | ru | brand | 3 iphone phone; 1 iphone
ayfon | uz | brand | 3 iphone phone; 1 iphone
айфон 15 | ru | multi-word | 3 iphone15 phone; 2 iphone15; 1 iphone phone
редми ноут 13 | ru | multi-word | 3 note13 phone; 2 note13; 1 redmi phone
samsung telefon | uz | brand-category | 3 phone samsung
самсунг телефон | ru | brand-category | 3 phone samsung
artel muzlatkich | uz | brand-category | 3 fridge artel; 2 freezer artel
холодильник artel | ru | brand-category | 3 fridge artel; 2 freezer artel; 1 fridge
пылесос самсунг | ru | brand-category | 3 vacuum samsung; 1 vacuum
televizor lg | uz | brand-category | 3 tv lg; 1 tv
nike krossovka | uz | brand-category | 3 sneakers nike; 1 sneakers
кроссовки адидас | ru | brand-category | 3 sneakers adidas; 1 sneakers
bosch drel | uz | brand-category | 3 drill bosch; 1 drill
стиральная машина артель | ru | brand-category | 3 washer artel; 1 washer
kir yuvish kukuni ariel | uz | brand-category | 3 powder ariel; 1 powder
tish pastasi colgate | uz | brand-category | 3 toothpaste colgate; 1 toothpaste
logitech klaviatura | uz | brand-category | 3 keyboard logitech; 1 keyboard
телефони Samsung | uzc | mixed | 3 phone samsung
Sаmsung | en | mixed | 3 samsung !case !protector; 2 samsung
телефoн | ru | mixed | 3 phone; 3 phoneish; 1 holder
iPhоne чехол | ru | mixed | 3 case iphone; 1 case
muzlatkich самсунг | uz | mixed | 3 fridge samsung; 1 fridge
чай lipton | ru | mixed | 3 tea lipton; 1 tea
guruch лазер | uz | mixed | 3 lazer; 1 rice
bolalar коляска | uz | mixed | 3 stroller
шампунь head shoulders | ru | mixed | 3 shampoo 400ml; 1 shampoo
redmi смартфон | ru | mixed | 3 redmi phone
telfon | uz | typo | 3 phone; 3 phoneish; 1 holder
samsng | en | typo | 3 samsung !case !protector; 2 samsung
muzlatgch | uz | typo | 3 fridge; 3 freezer
televzor | uz | typo | 3 tv; 1 tvstuff
kondisioner | uz | typo | 3 ac
холодилник | ru | typo | 3 fridge; 1 freezer
тилифон | ru | typo | 3 phone; 3 phoneish; 1 holder
крассовки | ru | typo | 3 sneakers
науошники | ru | typo | 3 headphones
пылисос | ru | typo | 3 vacuum
velasiped | uz | typo | 3 bicycle
shokalad | uz | typo | 3 chocolate
noutbok | uz | typo | 3 laptop; 1 laptopbag
клавиатруа | ru | typo | 3 keyboard
iphnoe 15 | en | typo | 3 iphone15 phone; 2 iphone15; 1 iphone phone
changutgich | uz | typo | 3 vacuum
yosiq | uz | typo | 3 pillow
kartoshk | uz | prefix | 3 potato
картошка | ru | synonym | 3 potato
адиал | ru | nothing | none
ntktajy | ru | layout | 3 phone; 3 phoneish; 1 holder
[jkjlbkmybr | ru | layout | 3 fridge; 1 freezer
yjen,er | ru | layout | 3 laptop; 1 laptopbag
ntktdbpjh | ru | layout | 3 tv; 1 tvstuff
rhjccjdrb | ru | layout | 3 sneakers
gsktcjc | ru | layout | 3 vacuum
yfeiybrb | ru | layout | 3 headphones
cfvceyu | ru | layout | 3 samsung !case !protector; 2 samsung
шзрщту | en | layout | 3 iphone phone; 1 iphone
ыфьыгтп | en | layout | 3 samsung !case !protector; 2 samsung
пшдфь | uz | layout | 3 carpet
ьгядфелшср | uz | layout | 3 fridge; 2 freezer
ufhytkm | ru | nothing | none
tele | uz | prefix | 3 phoneish; 3 tv; 3 phone; 2 tvstuff; 1 holder
muzla | uz | prefix | 3 fridge; 3 freezer
холод | ru | prefix | 3 fridge; 2 freezer
науш | ru | prefix | 3 headphones
kondits | uz | prefix | 3 ac
samsu | en | prefix | 3 samsung !case !protector; 2 samsung
шок | ru | prefix | 3 chocolate
kross | uz | prefix | 3 sneakers
iphone 1 | en | prefix | 3 iphone phone; 2 iphone
samsung gal | en | prefix | 3 phone samsung; 3 tablet samsung; 3 smartwatch samsung; 1 samsung case
кир юв | uzc | prefix | 3 washer; 3 powder
qo‘g‘ir | uz | prefix | 3 doll
велос | ru | prefix | 3 bicycle
nesc | en | prefix | 3 nescafe
kir yuvish k | uz | prefix | 3 powder
telefonlar | uz | ending | 3 phone; 3 phoneish; 1 holder
telefonni | uz | ending | 3 phone; 3 phoneish; 1 holder
muzlatkichlar narxi | uz | ending | 3 fridge; 2 freezer
televizorlarni | uz | ending | 3 tv; 1 tvstuff
bolalar velosipedi | uz | ending | 3 bicycle kids; 2 bicycle
ayollar ko‘ylaklari | uz | ending | 3 dress !kids; 2 dress
gilamlar | uz | ending | 3 carpet
ноутбуки | ru | ending | 3 laptop; 1 laptopbag
холодильников | ru | ending | 3 fridge; 1 freezer
наушников | ru | ending | 3 headphones
телефоны | ru | ending | 3 phone; 3 phoneish; 1 holder
сумку | ru | ending | 3 bag !backpack; 2 backpack; 1 suitcase
книги | ru | ending | 3 books
игрушки | ru | ending | 3 plush; 3 educational; 3 doll; 3 rccar; 3 lego; 2 toys
подгузников | ru | ending | 3 diapers
китобларни | uzc | ending | 3 books; 1 bookshelf
чемоданы | ru | ending | 3 suitcase
monitors | en | ending | 3 monitor
qozonlar | uz | ending | 3 kazan
bolalar oyoq kiyimi | uz | multi-word | 3 shoes kids; 1 shoes
erkaklar krossovkasi | uz | multi-word | 3 sneakers men; 2 sneakers
мужские кроссовки | ru | multi-word | 3 sneakers men; 2 sneakers
женская сумка | ru | multi-word | 3 bag women; 2 bag !backpack
зимние сапоги женские | ru | multi-word | 3 boots women; 2 boots winter
чёрные джинсы | ru | multi-word | 3 jeans black; 2 jeans
simsiz quloqchin | uz | multi-word | 3 headphones wireless; 1 headphones
симсиз қулоқчин | uzc | multi-word | 3 headphones wireless; 1 headphones
игровая мышь | ru | multi-word | 3 mouse gaming; 1 mouse
oq futbolka | uz | multi-word | 3 tshirt white; 1 tshirt
qora choy | uz | multi-word | 3 black-tea; 1 tea
зелёный чай | ru | multi-word | 3 green-tea; 1 tea
зеленый чай | ru | multi-word | 3 green-tea; 1 tea
o‘tkan kunlar | uz | multi-word | 3 qodiriy; 1 qodiriy2
утган кунлар абдулла кодирий | uzc | multi-word | 3 qodiriy; 1 qodiriy2
telefon uchun chexol | uz | multi-word | 3 case !tabletcase; 2 case; 1 phone-accessory
зарядка для телефона | ru | multi-word | 3 charger; 1 phone-accessory
зарядка для айфона | ru | multi-word | 3 charger; 2 cable apple
harry potter | en | multi-word | 3 potter
bluetooth kolonka | uz | multi-word | 3 speaker !yandex; 2 speaker
детский велосипед | ru | multi-word | 3 bicycle kids; 1 bicycle
soch fen | uz | multi-word | 3 hairdryer
{barcode chopan} | en | code | 3 chopan
{barcode a15 phone} | en | code | 3 a15 phone
{barcode devzira 1kg} | en | code | 3 devzira 1kg
{sku milka} | en | code | 3 milka
{sku doll barbie} | en | code | 3 doll barbie
{sku-glued tonometer} | en | code | 3 tonometer
{sku-lower kazan 12l} | en | code | 3 kazan 12l
{sku-cyrillic lavazza ground} | ru | code | 3 lavazza ground
xolodilnik | uz | synonym | 3 fridge; 1 freezer
холодилник artel | uzc | synonym | 3 fridge artel; 2 freezer artel; 1 fridge
fridge | en | synonym | 3 fridge; 2 freezer
washing machine | en | synonym | 3 washer
стиралка | ru | synonym | 3 washer
pilesos | uz | synonym | 3 vacuum
utyug | uz | synonym | 3 iron
naushnik | uz | synonym | 3 headphones
микроволновка | ru | synonym | 3 microwave
пауэрбанк | ru | synonym | 3 powerbank
quvvatlagich | uz | synonym | 3 charger; 1 powerbank
подгузники | ru | synonym | 3 diapers
рис | ru | synonym | 3 rice
мука | ru | synonym | 3 flour
sunflower oil | en | synonym | 3 oil sunflower; 1 oil
подсолнечное масло | ru | synonym | 3 oil sunflower; 1 oil
яблоко | ru | synonym | 3 apple produce; 1 juice apple
сыр | ru | synonym | 3 cheese
говядина | ru | synonym | 3 beef
honey | en | synonym | 3 honey
дети коляска | ru | synonym | 3 stroller
aravacha | uz | synonym | 3 stroller
poyabzal | uz | synonym | 3 shoes; 1 shoedryer
shoes | en | synonym | 3 shoes; 1 shoedryer
фен | ru | synonym | 3 hairdryer
дрель | ru | synonym | 3 drill
ковёр | ru | synonym | 3 carpet
ковер | ru | synonym | 3 carpet
одеяло | ru | synonym | 3 blanket; 1 korpacha
нож | ru | synonym | 3 knife
хлеб | ru | synonym | 3 bread
вода | ru | synonym | 3 water
mug‘iz yong‘oq | uz | multi-word | 3 walnut
миндаль | ru | synonym | 3 almond
изюм | ru | synonym | 3 raisins
umbrella | en | synonym | 3 umbrella
часы | ru | synonym | 3 wristwatch !wallclock; 3 smartwatch !band; 2 wallclock; 2 band
смарт часы | ru | synonym | 3 smartwatch !band; 2 band
128 gb telefon | uz | unit | 3 phone 128gb
128gb | en | unit | 3 128gb
телефон 128гб | ru | unit | 3 phone 128gb
1.5 l suv | uz | unit | 3 water 1.5l; 1 water
кола 1,5л | ru | unit | 3 cocacola 1.5l; 2 cola 1.5l; 1 cola
guruch 5kg | uz | unit | 3 rice 5kg; 1 rice
порошок 6 кг | ru | unit | 3 powder 6kg; 1 powder
yog‘ 5 litr | uz | unit | 3 oil 5l; 1 oil
sement 50 kg | uz | unit | 3 cement
65 дюймов телевизор | ru | unit | 3 tv 65; 1 tv
televizor 43 | uz | unit | 3 tv 43; 1 tv
power bank 20000 | en | unit | 3 powerbank 20000mah; 1 powerbank
un 25 кг | uz | unit | 3 flour 25kg; 1 flour
ko'ylak | uz | apostrophe | 3 dress; 3 shirt men
koylak | uz | apostrophe | 3 dress; 3 shirt men
koʻylak | uz | apostrophe | 3 dress; 3 shirt men
ko’zoynak | uz | apostrophe | 3 sunglasses
kozoynak | uz | apostrophe | 3 sunglasses
кузойнак | uzc | apostrophe | 3 sunglasses
o\`yinchoq | uz | apostrophe | 3 plush; 3 educational; 3 doll; 3 rccar; 3 lego; 2 toys
go'sht maydalagich | uz | apostrophe | 3 mincer
yong'oq | uz | apostrophe | 3 walnut; 2 nuts
yongoq | uz | apostrophe | 3 walnut; 2 nuts
qog'oz a4 | uz | apostrophe | 3 paper
no'xat | uz | apostrophe | 3 chickpea
Levi's | en | apostrophe | 3 levis
choʻyan qozon | uz | apostrophe | 3 kazan 12l; 2 kazan
palatka | uz | synonym | 3 tent
люстра | ru | synonym | 3 chandelier
shetka zubnaya | uz | synonym | 3 toothbrush
kolgeyt | uz | brand | 3 colgate
оливковое масло | ru | synonym | 3 oil olive; 1 oil
uydek tayyor | uz | nothing | none
traktor | uz | nothing | none
вертолёт | ru | nothing | none
пианино | ru | nothing | none
gitara | uz | nothing | none
қурол-яроғ | uzc | nothing | none
submarine | en | nothing | none
qwertyuiop | en | nothing | none
4789999999999 | en | nothing | none
XY-99999 | en | nothing | none
`
