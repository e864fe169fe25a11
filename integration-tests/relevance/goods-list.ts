/**
 * Goods of an imagined market, as shops here name them: Uzbek in both scripts, Russian, English, brands in their own spelling.
 * `@ tags | category | company` begins a section; a line is `title ; tags of its own ; description`. Tags are the judges' words, not the index's.
 */
export const GOODS_LIST = `
@ phone | Smartfonlar | Mobil Olami
Samsung Galaxy A15 128 GB qora smartfon ; samsung a15 128gb black
Samsung Galaxy A25 5G 256 GB ko‘k ; samsung a25 256gb blue
Samsung Galaxy A55 5G 8/256 GB ; samsung a55 256gb
Samsung Galaxy S24 Ultra 512 GB ; samsung s24 ultra 512gb
Смартфон Samsung Galaxy S24 256 ГБ чёрный ; samsung s24 256gb black
Смартфон Xiaomi Redmi Note 13 Pro 256 ГБ ; xiaomi redmi note13 pro 256gb
Xiaomi Redmi 13C 128GB yashil ; xiaomi redmi 13c 128gb green
Xiaomi 14T 512 GB ; xiaomi 14t 512gb
Смартфон Redmi A3 64 ГБ синий ; xiaomi redmi a3 64gb blue
Apple iPhone 15 128 GB ; iphone iphone15 apple 128gb
Apple iPhone 15 Pro Max 256 GB titan ; iphone iphone15 pro max apple 256gb
Смартфон Apple iPhone 14 128 ГБ белый ; iphone iphone14 apple 128gb white
Apple iPhone 13 128 GB qora ; iphone iphone13 apple 128gb black
Honor X8b 8/256 GB kumush rang ; honor 256gb
Смартфон Tecno Spark 20 128 ГБ ; tecno 128gb
Infinix Hot 40i 128 GB ; infinix 128gb
Realme C67 256 GB ; realme 256gb
@ feature-phone phoneish | Tugmali telefonlar | Mobil Olami
Nokia 105 tugmali telefon ; nokia
Кнопочный телефон Philips Xenium E218 ; philips
Artel tugmali telefoni, ikki simkartali ; artel
@ phone-accessory case | Aksessuarlar | Mobil Olami
Samsung Galaxy A15 uchun silikon chexol ; samsung a15
iPhone 15 uchun shaffof g‘ilof ; iphone iphone15
Чехол-книжка для Redmi Note 13 ; redmi note13
Чехол силиконовый для iPhone 14 чёрный ; iphone iphone14 black
Планшет учун чехол 10 дюйм ; tabletcase
@ phone-accessory | Aksessuarlar | Mobil Olami
iPhone 15 himoya oynasi ; iphone iphone15 protector
Защитное стекло для Samsung A55 ; samsung a55 protector
Type-C tez quvvatlagich 45 Vt ; charger usbc
Зарядное устройство Baseus 65W, 3 порта ; charger baseus
Simsiz quvvatlagich 15W MagSafe ; charger wireless
Автомобильная зарядка USB 30 Вт ; charger car
USB Type-C kabel 1 m ; cable usbc
Кабель Lightning 2 м Apple ; cable apple lightning
Power bank Xiaomi 20000 mAh ; powerbank xiaomi 20000mah
Внешний аккумулятор Romoss 10000 мАч ; powerbank 10000mah
Telefon uchun avtomobil tutqichi ; holder car
Selfi tayoqchasi bluetooth bilan ; selfie
@ audio headphones | Quloqchinlar | Texno Dunyo
Simsiz quloqchin AirPods Pro 2 ; airpods wireless apple
Беспроводные наушники Xiaomi Redmi Buds 5 ; wireless xiaomi redmi
JBL Tune 520BT simsiz quloqchin qora ; jbl wireless black
Наушники Sony WH-1000XM5 с шумоподавлением ; sony wireless
Simli quloqchin Samsung EO-IC100 Type-C ; samsung wired usbc
Ўйинчилар учун қулоқчин Logitech G335 ; logitech gaming wired
@ audio speaker | Kolonkalar | Texno Dunyo
JBL Flip 6 bluetooth kolonka ; jbl
Колонка портативная Sony SRS-XB100 ; sony
Yandex Stansiya Mini aqlli kolonka ; yandex
@ watch smartwatch | Aqlli soatlar | Texno Dunyo
Xiaomi Smart Band 8 fitnes bilakuzuk ; xiaomi band
Смарт-часы Apple Watch SE 44 мм ; apple
Samsung Galaxy Watch 6 aqlli soat ; samsung
Bolalar uchun GPS aqlli soati ; kids gps
@ watch wristwatch | Soatlar | Zar Bozori
Casio MTP-1374 erkaklar qo‘l soati ; casio men
Часы женские наручные Q&Q, золотистые ; women
Devor soati, yog‘och, 30 sm ; wallclock
@ laptop | Noutbuklar | Texno Dunyo
Noutbuk Lenovo IdeaPad 3 15.6" i5 8/512 GB ; lenovo i5
Ноутбук ASUS VivoBook 15 Ryzen 5 16/512 ГБ ; asus ryzen
Ноутбук HP 250 G9 i3 8/256 ГБ ; hp
Apple MacBook Air 13 M2 256 GB ; apple macbook
Acer Nitro 5 gaming laptop RTX 4050 ; acer gaming
Lenovo Legion 5 o‘yin noutbuki 16 GB ; lenovo gaming
@ tablet | Planshetlar | Texno Dunyo
Planshet Samsung Galaxy Tab A9 64 GB ; samsung 64gb
Планшет Xiaomi Redmi Pad SE 128 ГБ ; xiaomi redmi 128gb
Apple iPad 10.9 64 GB Wi-Fi ; apple ipad 64gb
Болалар планшети 7 дюйм 32 ГБ ; kids
@ computer | Kompyuter va qismlar | Texno Dunyo
Ofis uchun kompyuter i5, 16 GB, 512 GB SSD ; pc
Игровой компьютер RTX 4060 ; pc gaming
Моноблок HP 24 дюйма ; pc hp
Monitor LG 24" IPS 75 Hz ; monitor lg
Монитор Samsung Odyssey 27 дюймов 165 Гц ; monitor samsung gaming
Klaviatura Logitech K380 bluetooth ; keyboard logitech wireless
Игровая клавиатура Redragon механическая ; keyboard gaming
Simsiz sichqoncha Logitech M185 ; mouse logitech wireless
Мышь игровая Razer DeathAdder ; mouse gaming razer
Kingston SSD 480 GB ; ssd kingston
Флешка Kingston 64 ГБ USB 3.2 ; flash kingston 64gb
Xotira kartasi microSD 128 GB SanDisk ; microsd 128gb
Wi-Fi router TP-Link Archer C6 ; router tplink
Роутер Xiaomi AX3000 ; router xiaomi
Printer Canon i-SENSYS LBP6030 ; printer canon
МФУ Epson L3250 цветной струйный принтер ; printer epson
Veb-kamera Logitech C270 ; webcam logitech
@ tv | Televizorlar | Artel Savdo
Televizor Artel 43" Full HD Smart TV ; artel 43
Televizor Artel 55" 4K UHD Android ; artel 55 4k
Телевизор Samsung 50 дюймов 4K Crystal UHD ; samsung 50 4k
Телевизор LG 65 дюймов OLED ; lg 65 oled
Moonx 32 dyuymli televizor ; moonx 32
Телевизор Xiaomi TV A Pro 43 ; xiaomi 43
@ tvstuff | Televizor aksessuarlari | Artel Savdo
Televizor uchun devor kronshteyni 32-65" ; bracket
TV приставка Android 4K X96 ; tvbox
Universal televizor pulti ; remote
@ fridge | Muzlatkichlar | Artel Savdo
Muzlatkich Artel HD 345 oq ; artel white
Muzlatkich Artel No Frost 400 litr kulrang ; artel nofrost 400l
Холодильник Samsung RB37 двухкамерный No Frost ; samsung nofrost
Холодильник Indesit ITS 5180 белый ; indesit white
Мини холодильник Shivaki 90 л ; shivaki mini
@ freezer | Muzlatkichlar | Artel Savdo
Vertikal muzlatgich kamera Artel 250 l ; artel
Морозильная камера Avalon 300 л ; avalon
@ washer | Kir yuvish mashinalari | Artel Savdo
Kir yuvish mashinasi Artel 6 kg avtomat ; artel 6kg
Стиральная машина Samsung 7 кг с паром ; samsung 7kg
Стиральная машина LG 8 кг инверторная ; lg 8kg
Yarim avtomat kir yuvish mashinasi 10 kg ; semi 10kg
@ vacuum | Changyutgichlar | Maishiy Texnika
Changyutgich Artel VCC 2000 Vt ; artel 2000w
Робот-пылесос Xiaomi S10 моющий ; xiaomi robot
Вертикальный пылесос Dyson V8 беспроводной ; dyson wireless
Чангютгич Samsung 1800 Вт ; samsung 1800w
@ iron | Dazmollar | Maishiy Texnika
Dazmol Philips 2400 W bug‘li ; philips
Утюг Tefal с паром 2600 Вт ; tefal
Bug‘ generatorli dazmol Braun ; braun
@ kettle | Choynaklar | Maishiy Texnika
Elektr choynak Tefal 1,7 l ; tefal 1.7l
Электрический чайник Xiaomi 1.5 л белый ; xiaomi 1.5l white
Shisha elektr choynak 2 litr, yoritgichli ; 2l glass
@ kitchen-tech | Oshxona texnikasi | Maishiy Texnika
Mikroto‘lqinli pech Artel 20 l ; microwave artel
Микроволновая печь Samsung 23 л ; microwave samsung
Blender Bosch 800 Vt ; blender bosch
Блендер погружной Philips ; blender philips
Go‘sht maydalagich Moulinex 1400 W ; mincer
Мясорубка электрическая Artel ; mincer artel
Мультиварка Redmond 5 л ; multicooker 5l
Qahva mashinasi DeLonghi ; coffeemachine
Кофемолка Bosch ; coffeegrinder bosch
Gaz plita Artel 4 konforkali ; stove artel
Газовая плита Indesit 60 см белая ; stove indesit
Elektr duxovka 45 l ; oven
Toster Tefal 2 bo‘lmali ; toaster tefal
Sharbat siqqich Philips ; juicer philips
@ climate | Iqlim texnikasi | Maishiy Texnika
Konditsioner Artel 12 inverter ; ac artel
Кондиционер Midea 9 сплит-система ; ac midea
Кондиционер Gree 18 инверторный ; ac gree
Ventilyator Artel polga qo‘yiladigan ; fan artel
Обогреватель масляный 11 секций ; heater
Elektr isitgich konvektor 2000 Vt ; heater 2000w
Ҳаво намлагич 4 литр ; humidifier
@ beauty-tech | Go‘zallik texnikasi | Maishiy Texnika
Soch uchun fen Philips 1600 W ; hairdryer philips
Фен Dyson Supersonic ; hairdryer dyson
Soqol olgich Philips OneBlade ; shaver philips
Электробритва Braun Series 3 ; shaver braun
Oyoq kiyim quritgich ; shoedryer
Elektron tarozi 180 kg gacha ; scales
Кухонные весы 5 кг ; scales kitchen
@ shoes | Oyoq kiyim | Oyoq Kiyim Markazi
Erkaklar krossovkasi Nike Air Max 42 ; sneakers nike men
Кроссовки мужские Adidas Run Falcon чёрные ; sneakers adidas men black
Ayollar krossovkasi Puma oq ; sneakers puma women white
Кеды Converse белые ; sneakers converse white
Аёллар туфлиси, қора чарм ; heels women black
Туфли мужские классические кожаные ; dress-shoes men
Qishki etik, erkaklar uchun, charm ; boots men winter
Сапоги женские зимние ; boots women winter
Uy shippagi ; slippers
Тапочки домашние женские ; slippers women
Bolalar sandali 28-razmer ; sandals kids
Резиновые сапоги детские ; boots kids rubber
@ women dress clothes | Ayollar kiyimi | Malika Moda
Atlas ko‘ylak, milliy naqshli ; atlas
Адрас кўйлак, узун ; adras
Платье вечернее длинное чёрное ; evening black
Yozgi ko‘ylak, paxta, gulli ; summer
Платье детское нарядное 6 лет ; kids
@ clothes men | Erkaklar kiyimi | Malika Moda
Erkaklar ko‘ylagi oq, klassik ; shirt white
Рубашка мужская в клетку ; shirt
Erkaklar shimi qora klassik ; trousers black
Брюки мужские спортивные ; trousers sport
Jinsi shim Levi’s 501 ko‘k ; jeans levis blue
Джинсы мужские зауженные чёрные ; jeans black
Erkaklar kostyumi ikki bo‘lak ; suit
Choponi milliy zarbop to‘n ; chopan national
Do‘ppi Chust, qo‘lda tikilgan ; doppi national
Дўппи Марғилон ; doppi national
@ clothes | Kiyim | Malika Moda
Futbolka oddiy oq, paxta ; tshirt white
Футболка поло мужская синяя ; tshirt men blue
Oversize t-shirt black ; tshirt black
Qishki kurtka erkaklar, kapyushonli ; jacket men winter
Куртка женская демисезонная ; jacket women
Пуховик женский длинный ; jacket women winter
Palto ayollar kashemir ; coat women
Жун шапка, қишки ; hat winter
Шапка детская вязаная ; hat kids winter
Bolalar paypog‘i 5 juft ; socks kids
Носки мужские хлопок 10 пар ; socks men
Sport kostyumi Adidas erkaklar ; tracksuit adidas men
Ayollar ro‘moli ipak ; scarf women silk
Шарф кашемировый ; scarf
Charm qo‘lqop ; gloves
Халат махровый женский ; robe women
Bolalar pijamasi ; pajamas kids
@ bags | Sumkalar | Malika Moda
Ayollar sumkasi charm qizil ; bag women red
Сумка дорожная 60 л ; bag travel
Noutbuk uchun ryukzak 15.6 ; backpack laptopbag
Рюкзак школьный для мальчиков ; backpack school kids
Chamadan g‘ildirakli 24 ; suitcase
Чемодан пластиковый, ручная кладь ; suitcase
Erkaklar hamyoni charm ; wallet men
Кошелёк женский красный ; wallet women red
@ accessories | Aksessuarlar | Zar Bozori
Quyosh ko‘zoynagi Ray-Ban ; sunglasses rayban
Очки солнцезащитные женские ; sunglasses women
Charm kamar erkaklar ; belt men
Soyabon avtomat qora ; umbrella black
Зонт женский складной ; umbrella women
Kumush uzuk 925 ; ring silver
Серьги золотые 585 ; earrings gold
Tilla taqinchoq zanjir ; chain gold
@ perfume | Atirlar | Go‘zallik Sirlari
Ayollar atiri Chanel Chance 50 ml ; chanel women 50ml
Духи Dior Sauvage мужские 100 мл ; dior men 100ml
Arab atiri Lattafa Yara ; lattafa
Туалетная вода Lacoste мужская ; lacoste men
@ cosmetics | Kosmetika | Go‘zallik Sirlari
Shampun Head & Shoulders 400 ml ; shampoo 400ml
Шампунь Clear против перхоти 380 мл ; shampoo 380ml
Nivea yuz kremi 50 ml ; cream nivea
Крем для рук Velvet ; cream handcream
Lab bo‘yog‘i Maybelline qizil ; lipstick red
Помада матовая MAC ; lipstick
Тушь для ресниц L'Oreal ; mascara
Soch bo‘yog‘i Garnier qora ; hairdye black
Tish pastasi Colgate 100 ml ; toothpaste colgate
Зубная паста Splat отбеливающая ; toothpaste
Tish cho‘tkasi Oral-B ; toothbrush
Suyuq sovun Dove 250 ml ; soap dove liquid
Мыло хозяйственное 72% ; soap laundry
Dezodorant Rexona erkaklar ; deodorant men
Ho‘l salfetka 120 dona ; wipes 120pcs
Xina, Eron ; henna
@ household | Uy kimyosi | Sarbon Market
Kir yuvish kukuni Ariel avtomat 3 kg ; powder ariel 3kg
Стиральный порошок Persil 6 кг ; powder persil 6kg
Кир ювиш кукуни Тide 1,5 кг ; powder tide 1.5kg
Idish yuvish vositasi Fairy 900 ml ; dishsoap fairy 900ml
Средство для мытья посуды AOS 450 мл ; dishsoap aos
Oqartirgich Belizna 1 l ; bleach
Hojatxona qog‘ozi 12 o‘ram ; toiletpaper
Бумажные полотенца Zewa ; papertowel
Axlat paketlari 30 l ; bags-trash
@ baby | Bolalar uchun | Baraka Bolajon
Taglik Pampers Premium 4 razmer 52 dona ; diapers pampers
Подгузники Huggies Elite Soft 3 ; diapers huggies
Bolalar aravachasi 3 in 1 ; stroller
Коляска прогулочная складная ; stroller
Bolalar ovqati Nestle bo‘tqa ; babyfood nestle
Детская смесь Nutrilon 1 800 г ; formula nutrilon
Emizikli butilka Avent 260 ml ; bottle avent
Автокресло детское 9-36 кг ; carseat
Beshik yog‘och, o‘zbekcha ; cradle
Бешик кўрпача тўплами ; cradle-bedding
@ toys | O‘yinchoqlar | Baraka Bolajon
LEGO City politsiya uchastkasi ; lego
Конструктор LEGO Classic 500 деталей ; lego
Qo‘g‘irchoq Barbi ; doll barbie
Кукла LOL Surprise ; doll
Radioboshqaruvli mashina ; rccar
Машинка на пульте управления внедорожник ; rccar
Yumshoq o‘yinchoq ayiqcha 60 sm ; plush
Мягкая игрушка заяц ; plush
Rivojlantiruvchi o‘yinchoq, yog‘och ; educational
Пазл 1000 элементов ; puzzle
Futbol to‘pi 5-razmer ; ball football
Мяч баскетбольный ; ball basketball
@ rice | Don mahsulotlari | Dehqon Bozori
Guruch Lazer 5 kg ; lazer 5kg
Рис девзира 1 кг ; devzira 1kg
Девзира гуруч, Ўзган ; devzira
Guruch Alanga 25 kg qop ; alanga 25kg
@ groceries | Oziq-ovqat | Dehqon Bozori
Un oliy nav 25 kg ; flour 25kg
Мука Макфа высший сорт 2 кг ; flour makfa 2kg
Makaron Makfa spiral 400 g ; pasta makfa
Спагетти Barilla 500 г ; pasta barilla
Shakar 1 kg ; sugar 1kg
Сахар-рафинад 500 г ; sugar
Osh tuzi yodlangan 1 kg ; salt 1kg
Kungaboqar yog‘i Oltin 5 l ; oil sunflower 5l
Масло подсолнечное Олейна 1 л ; oil sunflower 1l
Paxta yog‘i 1 l ; oil cotton 1l
Zaytun yog‘i Extra Virgin 500 ml ; oil olive 500ml
Мош 1 кг ; mung 1kg
No‘xat 1 kg ; chickpea 1kg
Grechka 800 g ; buckwheat
Гречка ядрица 1 кг ; buckwheat 1kg
Tomat pastasi 700 g ; tomatopaste
Кетчуп Heinz 460 г ; ketchup heinz
Майонез Провансаль 400 г ; mayo
Zira, 100 g ; spice cumin
Зира кора 50 г ; spice cumin
Qora murch maydalangan 50 g ; spice pepper
Ziravorlar to‘plami osh uchun ; spice
Asal tog‘ 1 kg ; honey 1kg
Мёд горный 500 г ; honey
Yong‘oq mag‘zi 500 g ; nuts walnut
Bodom Samarqand 500 g ; nuts almond
Миндаль жареный 300 г ; nuts almond
Pista tuzlangan 250 g ; nuts pistachio
Mayiz qora 500 g ; raisins driedfruit
Курага сушёная 500 г ; apricots driedfruit
Ўрик қоқи 1 кг ; apricots driedfruit
@ tea drinks | Choy va qahva | Dehqon Bozori
Ko‘k choy 95 Aziz Tea 100 g ; green-tea
Қора чой Ahmad Tea 200 г ; black-tea ahmad
Чай зелёный Принцесса Ява 100 пак. ; green-tea
Lipton qora choy 100 paket ; black-tea lipton
Choy Impra Ceylon 250 g ; black-tea impra
@ coffee drinks | Choy va qahva | Dehqon Bozori
Qahva Jacobs Monarch 95 g ; jacobs instant
Кофе Nescafe Gold 190 г растворимый ; nescafe instant
Nescafe 3 in 1 50 dona ; nescafe instant
Lavazza Oro coffee beans 1 kg ; lavazza beans 1kg
Кофе молотый Lavazza 250 г ; lavazza ground
@ drinks | Ichimliklar | Dehqon Bozori
Coca-Cola 1,5 l ; cola cocacola 1.5l
Кока-Кола 0,5 л ; cola cocacola 0.5l
Pepsi 1.5 l ; cola pepsi 1.5l
Fanta apelsin 1 l ; fanta
Suv Hydrolife 5 l ; water 5l
Вода минеральная Chortoq 1,5 л ; water mineral 1.5l
Sharbat Bliss olma 1 l ; juice apple
Сок Dena персик 1 л ; juice peach
Kompot o‘rik 3 l ; compote
@ dairy food | Sut mahsulotlari | Dehqon Bozori
Sut Musaffo 3,2% 1 l ; milk 1l
Молоко Простоквашино 2,5% 930 мл ; milk
Qatiq uy usulida 500 g ; yogurt
Сметана 20% 400 г ; sourcream
Pishloq Golland 1 kg ; cheese 1kg
Сыр плавленый Hochland 400 г ; cheese hochland
Sariyog‘ 82% 200 g ; butter
Масло сливочное Крестьянское 500 г ; butter
Tvorog 9% 400 g ; cottage
Tuxum C1 30 dona ; eggs 30pcs
Яйца перепелиные 20 шт ; eggs
Muzqaymoq plombir ; icecream
@ meat food | Go‘sht | Dehqon Bozori
Mol go‘shti yangi 1 kg ; beef 1kg
Говядина вырезка 1 кг ; beef 1kg
Қўй гўшти думбали ; lamb
Tovuq go‘shti butun 1,5 kg ; chicken
Куриное филе 1 кг ; chicken
Kolbasa Sherin doktorskaya 500 g ; sausage
Сосиски молочные Tegen 400 г ; sausages
Qazi ot go‘shti ; horse kazy
Baliq sazan ; fish
Форель свежая ; fish trout
@ food bread | Non va shirinliklar | Dehqon Bozori
Patir non Toshkent ; bread patir
Лепёшка самаркандская ; bread
Оби нон ; bread
@ food sweets | Non va shirinliklar | Dehqon Bozori
Shokolad Alpen Gold 90 g ; chocolate
Шоколад Milka молочный 90 г ; chocolate milka
Конфеты Raffaello 150 г ; candy
Halva pistali Samarqand ; halva
Нават (новвот) 500 г ; navat
Pechenye Oreo 95 g ; cookies
Tort Medovik 1 kg ; cake
@ produce food | Meva-sabzavot | Dehqon Bozori
Olma Golden 1 kg ; apple
Яблоки красные 1 кг ; apple red
Anor Quva 1 kg ; pomegranate
Uzum Rizamat 1 kg ; grapes
Banan 1 kg ; banana
Лимон ташкентский ; lemon
Kartoshka 1 kg ; potato
Piyoz 1 kg ; onion
Sabzi sariq 1 kg ; carrot
Pomidor pushti 1 kg ; tomato
Бодринг 1 кг ; cucumber
Qovun Torpeda ; melon
Тарвуз ; watermelon
@ furniture | Mebel | Nur Mebel
Oshxona stoli 120x70 ; table
Стол компьютерный белый ; table desk
Stul yumshoq, oshxona uchun ; chair
Офисное кресло с подголовником ; chair office
Burchak divan kulrang ; sofa
Диван-кровать раскладной ; sofa bed
Ikki kishilik karavot 160x200 ; bed
Кровать детская двухъярусная ; bed kids
Kiyim shkafi 3 eshikli ; wardrobe
Шкаф-купе с зеркалом ; wardrobe
Kitob javoni ; bookshelf
Matras ortopedik 160x200 ; mattress
Oyna ramkali 80 sm ; mirror
@ textile | Uy to‘qimachiligi | Nur Mebel
Gilam Buxoro 2x3 m ; carpet
Ковёр турецкий 3х4 м ; carpet
Parda to‘plami, kulrang ; curtain
Шторы блэкаут 2,7 м ; curtain
Ko‘rpa paxtali ikki kishilik ; blanket
Одеяло бамбуковое ; blanket
Ko‘rpacha atlas ; korpacha
Yostiq 50x70 ; pillow
Подушка ортопедическая ; pillow
Choyshab to‘plami satin ; bedding
Постельное бельё двуспальное сатин ; bedding
Sochiq paxta 70x140 ; towel
Полотенце махровое банное ; towel
@ dishes | Idish-tovoq | Nur Mebel
Qozon cho‘yan 12 l ; kazan 12l
Казан чугунный 8 л ; kazan 8l
Tova Tefal 28 sm ; pan tefal
Сковорода гриль 26 см ; pan
Qozoncha zanglamas po‘lat 5 l ; pot 5l
Кастрюля эмалированная 3 л ; pot 3l
Piyola to‘plami Rishton 6 dona ; piala rishton
Пиалы "Пахта" 6 шт ; piala paxta
Choynak Rishton sopol 1 l ; teapot rishton
Чайник заварочный стеклянный ; teapot
Lagan Rishton 40 sm ; lagan rishton
Pichoq Chust qo‘lda yasalgan ; knife
Набор ножей 6 предметов ; knife
Qoshiq-vilka to‘plami 24 ta ; cutlery
Termos 1 l ; thermos
@ tools | Qurilish va asboblar | Usta Bozor
Drel Makita zarbli 800 W ; drill makita
Дрель-шуруповёрт Bosch 18V ; drill screwdriver bosch
Bolg‘a 500 g ; hammer
Молоток 800 г ; hammer
Otvertka to‘plami 12 dona ; screwdriver
Bo‘yoq oq, suv emulsiya 10 kg ; paint white
Краска фасадная белая 15 кг ; paint white
Sement M400 50 kg ; cement
Цемент М500 50 кг ; cement
LED chiroq 12 W E27 ; bulb led
Лампа светодиодная 15 Вт ; bulb led
Qandil zamonaviy ; chandelier
Rozetka ikki xonali ; socket
Удлинитель 5 м, 4 розетки ; extension
Suv nasosi 750 W ; pump
Замок врезной ; lock
@ auto | Avto | Usta Bozor
Shina Michelin 205/55 R16 ; tire michelin
Шины зимние Nokian 195/65 R15 ; tire winter
Akkumulyator 60 Ah Chevrolet uchun ; carbattery
Автомобильный аккумулятор Mutlu 75 Ач ; carbattery
Motor moyi Shell Helix 5W-30 4 l ; motoroil shell 4l
Масло моторное Castrol 10W-40 4 л ; motoroil castrol 4l
Videoregistrator 70mai ; dashcam
Cobalt uchun polik to‘plami ; mats cobalt
Чехлы на сиденья Nexia 3 ; seatcovers nexia
@ sport | Sport | Usta Bozor
Velosiped 26 dyuym, 21 tezlik ; bicycle
Велосипед детский 16 дюймов ; bicycle kids
Elektr samokat Xiaomi 4 ; scooter xiaomi
Самокат трёхколёсный детский ; scooter kids
Gantel 5 kg juft ; dumbbell
Коврик для йоги ; yogamat
Chodir 4 kishilik ; tent
@ books | Kitoblar | Ziyo Kitob
O‘tkan kunlar — Abdulla Qodiriy ; novel qodiriy
Ўткан кунлар. Абдулла Қодирий ; novel qodiriy
Mehrobdan chayon — Abdulla Qodiriy ; novel qodiriy2
Dunyoning ishlari — O‘tkir Hoshimov ; novel hoshimov
Мастер и Маргарита, Булгаков ; novel bulgakov
Atom odatlar — Jeyms Klir ; selfhelp
Harry Potter and the Philosopher's Stone ; novel potter english
Ingliz tili grammatikasi — Murphy ; textbook english
Matematika 5-sinf darslik ; textbook math
Алифбо, 1-синф ; textbook alphabet
@ stationery | Kanselyariya | Ziyo Kitob
Daftar 48 varaq katak ; notebook
Тетрадь общая 96 листов ; notebook
Rangli qalam 24 rang ; pencil colored
Карандаш простой HB 12 шт ; pencil
Sharikli ruchka ko‘k 50 dona ; pen blue
Ручка гелевая чёрная ; pen black
A4 qog‘oz 500 varaq ; paper
Бумага офисная A4 SvetoCopy ; paper
Plastilin 12 rang ; clay
Maktab sumkasi qizlar uchun ; schoolbag backpack kids bag
@ health | Salomatlik | Shifo Dorixona
Vitamin C 1000 mg 20 tabletka ; vitaminc
Витамин D3 2000 ME ; vitamind
Tonometr Omron ; tonometer omron
Электронный термометр ; thermometer
Tibbiy niqob 50 dona ; mask 50pcs
Бинт стерильный 5 м ; bandage
`
