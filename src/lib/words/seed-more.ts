/** Brands written by ear, and the rest of the shelves. One group a line. */
export const MORE_GROUPS = `
qandil, люстра, lyustra, chandelier
chodir, палатка, palatka, tent
tish cho‘tkasi, зубная щётка, zubnaya shchyotka, toothbrush
zaytun yog‘i, оливковое масло, olive oil
paxta yog‘i, хлопковое масло, cotton oil
motor moyi, моторное масло, motor oil, engine oil
makaron, макароны, спагетти, spagetti, pasta
colgate, колгейт, kolgeyt
nivea, нивея, niveya
nike, найк, nayk
puma, пума
philips, филипс
bosch, бош
sony, сони
lenovo, леново
acer, эйсер, eyser
asus, асус
logitech, логитек, lojitek
jbl, джибиэль
lego, лего
pampers, памперс
huggies, хаггис
fairy, фейри
persil, персил
ariel, ариэль
coca-cola, кока-кола, koka-kola
pepsi, пепси
lipton, липтон
jacobs, якобс
router, роутер, маршрутизатор, marshrutizator
veb-kamera, вебкамера, webcam
xotira kartasi, карта памяти, memory card, microsd, микросд
fleshka, флешка, flesh xotira, usb drive
proyektor, проектор, projector
videoregistrator, видеорегистратор, dashcam
dron, квадрокоптер, drone
qahva mashinasi, кофемашина, кофеварка, coffee machine
qahva maydalagich, кофемолка, coffee grinder
sharbat siqqich, соковыжималка, juicer
multivarka, мультиварка, multicooker
toster, тостер, toaster
mikser, миксер, mixer
idish yuvish mashinasi, посудомоечная машина, посудомойка, dishwasher
suv isitgich, водонагреватель, бойлер, boyler, water heater
havo namlagich, увлажнитель воздуха, увлажнитель, humidifier
havo tozalagich, очиститель воздуха, air purifier
tikuv mashinasi, швейная машина, sewing machine
tonometr, тонометр, blood pressure monitor
termometr, термометр, градусник, thermometer
yubka, юбка, skirt
kofta, кофта, jemper, джемпер, sviter, свитер, sweater
ko‘ylak erkaklar, мужская рубашка
kostyum, костюм, suit
xalat, халат, robe
pijama, пижама, pajamas
ichki kiyim, нижнее бельё, белье, underwear
qo‘lqop, перчатки, gloves
sharf, шарф, scarf
ro‘mol, платок, platok
kamar, ремень, remen, belt
chopon, чапан, chapan
to‘n, чапан
uzuk, кольцо, koltso, ring
sirg‘a, серьги, серёжки, earrings
zanjir, цепочка, chain
bilakuzuk, браслет, braslet, bracelet
tilla, золото, золотой, gold
kumush, серебро, серебряный, silver
lab bo‘yog‘i, помада, pomada, lipstick
tush, тушь, mascara
krem, крем, cream
dezodorant, дезодорант, deodorant
soch bo‘yog‘i, краска для волос, hair dye
ho‘l salfetka, влажные салфетки, wet wipes
hojatxona qog‘ozi, туалетная бумага, toilet paper
idish yuvish vositasi, средство для мытья посуды, dish soap
oqartirgich, отбеливатель, bleach
bolalar ovqati, детское питание, baby food
avtokreslo, автокресло, car seat
beshik, люлька, колыбель, cradle
pazl, пазл, puzzle
makaron, вермишель
grechka, гречка, marjumak, buckwheat
no‘xat, нут, chickpeas
mosh, маш, mung beans
loviya, фасоль, beans
yasmiq, чечевица, lentils
zira, зира, cumin
murch, перец, pepper
ziravor, специи, приправа, spices
qatiq, катык, кефир, kefir
qaymoq, сливки, cream
smetana, сметана, sour cream
tvorog, творог, cottage cheese
muzqaymoq, мороженое, morojenoe, ice cream
pechenye, печенье, cookies
konfet, конфеты, candy
tort, торт, cake
holva, халва, halva
novvot, нават, навот, navat
uzum, виноград, grapes
anor, гранат, pomegranate
o‘rik, абрикос, урюк, apricot
shaftoli, персик, peach
gilos, черешня, cherry
qovun, дыня, melon
tarvuz, арбуз, watermelon
bodring, огурец, огурцы, cucumber
pomidor, помидор, помидоры, томаты, tomato
karam, капуста, cabbage
qulupnay, клубника, strawberry
limon, лимон, lemon
banan, банан, banana
pista, фисташки, pistachios
kreslo, кресло, armchair
matras, матрас, mattress
javon, полка, shelf
qoshiq, ложка, spoon
vilka, вилка, fork
likopcha, тарелка, tarelka, plate
termos, термос, thermos
lagan, блюдо, ляган
burg‘ulagich, перфоратор, perforator
shurup, шуруп, саморез, screws
mix, гвозди, nails
arra, пила, saw
sement, цемент, cement
oboy, обои, wallpaper
rozetka, розетка, socket
uzaytirgich, удлинитель, extension cord
qulf, замок, lock
nasos, насос, pump
polik, коврики в машину, car mats
antifriz, антифриз, antifreeze
gantel, гантели, dumbbells
yoga gilamchasi, коврик для йоги, yoga mat
plastilin, пластилин
lug‘at, словарь, dictionary
darslik, учебник, textbook
erkak, мужчина, мужчин
ayol, женщина, женщин
sariq, жёлтый, yellow
kulrang, серый, grey
jigarrang, коричневый, brown
pushti, розовый, pink
binafsha, фиолетовый, purple
kichik, маленький, mini, мини
charm, кожа, кожаный, leather
paxta, хлопок, хлопковый, cotton
yog‘och, дерево, деревянный, wooden
`
