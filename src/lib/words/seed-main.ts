/** What most shoppers ask for: electronics, clothes, food, the house. One group a line. */
export const MAIN_GROUPS = `
telefon, smartfon, мобильный телефон, mobil telefon, uyali telefon, sotka, phone, smartphone
iphone, айфон, ayfon
samsung, самсунг
galaxy, галакси
xiaomi, сяоми, shaomi, ксиоми, ksiomi, сиаоми
redmi, редми
huawei, хуавей, huavey
honor, хонор
apple, эппл, epl, эпл
airpods, аирподс, эйрподс, eyrpods
macbook, макбук
bluetooth, блютуз, blyutuz
wi-fi, вайфай, vayfay
usb, юсб
noutbuk, ноутбук, laptop, notebook, лэптоп
planshet, планшет, tablet
kompyuter, компьютер, pc, пк, computer
monitor, монитор, display, дисплей
klaviatura, клавиатура, keyboard
sichqoncha, мышь, мышка, mouse
quloqchin, naushnik, наушники, headphones, earphones, earbuds, garnitura, гарнитура
kolonka, колонка, speaker, динамик
zaryadlovchi, quvvatlagich, zaryadka, зарядка, зарядное устройство, зарядник, charger
powerbank, power bank, пауэрбанк, повербанк, tashqi akkumulyator, внешний аккумулятор
chexol, чехол, g‘ilof, case, чехольчик
himoya oynasi, защитное стекло, screen protector
kabel, кабель, шнур, shnur, cable
televizor, телевизор, tv, тв, teleko‘rsatkich
muzlatkich, muzlatgich, холодильник, xolodilnik, fridge, refrigerator, sovutkich
muzlatgich kamera, морозильник, morozilnik, freezer
kir yuvish mashinasi, стиральная машина, стиралка, stiralka, washing machine
changyutgich, пылесос, pilesos, vacuum cleaner
dazmol, утюг, utyug, iron
choynak, чайник, teapot
elektr choynak, электрический чайник, электрочайник, elektrochaynik, kettle, tefal
mikroto‘lqinli pech, микроволновка, mikrovolnovka, микроволновая печь, microwave
gaz plita, газовая плита, плита, stove
pech, духовка, duxovka, oven
blender, блендер
go‘sht maydalagich, мясорубка, myasorubka, meat grinder
konditsioner, кондиционер, air conditioner
isitgich, обогреватель, obogrevatel, heater
ventilyator, вентилятор, fan
soat, часы, watch, chasi
aqlli soat, смарт часы, smart watch, smartwatch, smart soat
oyoq kiyim, обувь, shoes, poyabzal, poyafzal
krossovka, кроссовки, sneakers, кеды, keda
etik, сапоги, boots, sapog
tufli, туфли
shippak, тапочки, tapochka, slippers
ko‘ylak, платье, plate, dress
erkaklar ko‘ylagi, рубашка, rubashka, shirt, ko‘ylak
shim, брюки, штаны, pants, trousers, shtan
jinsi, джинсы, jeans
futbolka, футболка, t-shirt, tshirt, mayka, майка
kurtka, куртка, jacket
palto, пальто, coat
shapka, bosh kiyim, шапка, qalpoq, hat, bosh kiyimi
do‘ppi, тюбетейка, tyubeteyka
paypoq, носки, noski, socks
sumka, сумка, bag
ryukzak, рюкзак, backpack
hamyon, кошелёк, koshelyok, wallet, портмоне
ko‘zoynak, очки, ochki, glasses
atir, духи, parfyum, парфюм, perfume, duxi
sovun, мыло, milo, soap
tish pastasi, зубная паста, toothpaste
shampun, шампунь, shampoo
taglik, подгузники, podguznik, памперс, pampers, diapers
kir yuvish kukuni, стиральный порошок, порошок, poroshok, washing powder, detergent
guruch, рис, ris, rice
un, мука, flour
yog‘, масло, oil
kungaboqar yog‘i, o‘simlik yog‘i, подсолнечное масло, растительное масло, sunflower oil
sariyog‘, сливочное масло, butter
shakar, сахар, qand, sugar
tuz, соль, salt
choy, чай, tea
ko‘k choy, yashil choy, зелёный чай, green tea
qora choy, чёрный чай, black tea
qahva, kofe, кофе, coffee
sut, молоко, moloko, milk
pishloq, сыр, sir, cheese
tuxum, яйца, яйцо, eggs
go‘sht, мясо, myaso, meat
mol go‘shti, говядина, govyadina, beef
qo‘y go‘shti, баранина, baranina, lamb
tovuq, курица, kuritsa, chicken
baliq, рыба, riba, fish
kolbasa, колбаса, sausage
non, хлеб, xleb, bread
suv, вода, voda, water
sharbat, сок, sok, juice
asal, мёд, honey
shokolad, шоколад, chocolate
kartoshka, картошка, картофель, potato
piyoz, лук, onion
sabzi, морковь, carrot
olma, яблоко, яблоки, apples
chamadan, чемодан, suitcase
o‘rik qoqi, turshak, курага, dried apricots
qog‘oz, бумага, bumaga, paper
note, ноут, нот
quruq meva, сухофрукты, suxofrukt, dried fruits
yong‘oq, орехи, oreh, nuts
bodom, миндаль, almond
mayiz, изюм, raisins
stol, стол, table
stul, стул, chair, kursi
divan, диван, sofa
karavot, кровать, krovat, bed
shkaf, javon, шкаф, wardrobe
gilam, ковёр, kovyor, carpet, палас
parda, шторы, shtora, curtains
ko‘rpa, одеяло, odeyalo, blanket
yostiq, подушка, podushka, pillow
choyshab, простыня, prostinya, постельное бельё
chiroq, лампа, lampa, светильник, lamp
sochiq, полотенце, polotentse, towel
qozon, казан, kazan, cauldron
tova, сковорода, skovorodka, сковородка, frying pan
qozoncha, кастрюля, kastryula, pot
idish, посуда, posuda, dishes, idish tovoq
piyola, пиала, bowl
pichoq, нож, noj, knife
kitob, книга, kniga, book
daftar, тетрадь, tetrad, notebook
qalam, карандаш, pencil
ruchka, ручка, pen
o‘yinchoq, игрушка, igrushka, toy
qo‘g‘irchoq, кукла, kukla, doll
aravacha, bolalar aravachasi, коляска, kolyaska, stroller
velosiped, велосипед, bicycle, bike
samokat, самокат, scooter
to‘p, мяч, myach, ball
koptok, мяч
drel, дрель, parma, drill
bolg‘a, молоток, molotok, hammer
otvertka, отвёртка, screwdriver
bo‘yoq, краска, kraska, paint
shina, шина, шины, tire, pokrishka, покрышка
akkumulyator, аккумулятор, batareya, battery
batareyka, батарейка, batteries
kamera, камера, camera
printer, принтер
fen, фен, soch quritgich, soch fen, soch feni, hair dryer
soqol olgich, бритва, britva, электробритва, razor, shaver
tarozi, весы, vesi, scales
oyna, зеркало, zerkalo, mirror
soyabon, зонт, zont, umbrella
erkaklar, мужской, мужские, men
ayollar, женский, женские, women
bolalar, детский, детские, kids, children
qora, чёрный, black
oq, белый, white
qizil, красный, red
ko‘k, синий, blue
yashil, зелёный, green
simsiz, беспроводной, беспроводные, wireless
`
