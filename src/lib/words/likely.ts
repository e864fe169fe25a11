import { SYNONYM_SEED } from "./synonym-seed"
import { foldWord } from "./fold"

/** Words of a market that the synonyms do not hold: they teach only which letters stand beside which. */
const MORE = `
olma anor uzum gilos shaftoli tarvuz qovun bodring pomidor kartoshka piyoz sabzi guruch un yog tuz shakar choy qahva non sut qatiq
pishloq tuxum gosht mol tovuq baliq dori shampun sovun krem atir soat taqinchoq oyna stol stul divan karavot shkaf gilam parda
chiroq lampa kabel zaryadlovchi quloqchin naushnik sumka ryukzak oyoq kiyim etik tufli koylak shim kostyum palto kurtka futbolka
doppi chopon adras atlas kitob daftar qalam ruchka oyinchoq mashina velosiped samokat kolyaska bolalar erkaklar ayollar uchun
qora oq qizil yashil kok sariq katta kichik yangi arzon original simsiz avtomat elektr gaz suv havo konditsioner
изделие товар хороший большой маленький новый дешевый черный белый красный синий зеленый мужской женский детский для дома
кухни стиральная машина пылесос утюг чайник плита духовка микроволновка телевизор ноутбук планшет клавиатура мышь монитор принтер
колонка зарядка чехол стекло пленка обувь кроссовки ботинки платье рубашка брюки джинсы куртка шапка сумка игрушка книга тетрадь
ручка масло сахар мука соль чай кофе молоко сыр колбаса мясо курица рыба хлеб вода сок шоколад конфеты печенье привет цена купить
wireless charger cable case cover screen keyboard mouse laptop tablet watch camera speaker headphones shoes shirt dress jeans jacket
bag toy book milk bread water juice chocolate coffee tea rice sugar salt oil black white red green blue small large new pro max plus
samsung xiaomi redmi apple iphone galaxy huawei honor artel lenovo asus acer philips bosch braun adidas nike puma nescafe lipton
coca cola pepsi fanta sprite ariel persil tide colgate nivea dove pampers huggies nestle lego sony canon panasonic toshiba tecno
mosh loviya noxat bugdoy arpa makkajoxori jom qiyma lagmon manti somsa norin halim sumalak novvot holva pista xurmo behi nok
olxocha qulupnay malina anjir limon apelsin mandarin banan kivi ananas karam qalampir baqlajon turp lavlagi rediska kashnich shivit
rayhon zira ziravor murch dolchin xantal sirka mayonez ketchup tomat konserva makaron vermishel grechka perlovka manka suli yorma
tvorog smetana qaymoq margarin muzqaymoq pechenye konfet tort vafli marmelad murabbo sharbat kompot limonad pivo mineral
shim lozim nimcha jemper sviter kofta yubka libos sarafan ichki kiyim paypoq qolqop sharf rumol belbog kamar tugma zanjir uzuk
sirga marjon bilakuzuk taroq cho'tka krem pomada tush losyon niqob salfetka paxta bint dori tabletka sirop malham vitamin
beshik aravacha emizik butilka taglik qogirchoq koptok bolalar ovqati bogcha maktab darslik lugat roman hikoya sher jurnal
bolt gayka mix burgu arra bolga ombir kalit otvyortka drel perforator bolgarka payvand sement gisht qum shifer taxta fanera laminat
plitka kafel linoleum oboy boyoq lak kley germetik quvur kran smesitel unitaz rakovina vanna dush nasos isitgich radiator qozon
rozetka simlar avtomat lampochka qandil fonar batareya generator stabilizator transformator hisoblagich qulf eshik deraza
motor moy filtr svecha tormoz shina disk akkumulyator signal magnitola registrator polik chexol antifriz
изделия сковорода кастрюля ложка вилка тарелка чашка кружка стакан бутылка термос поднос доска скатерть салфетка ведро швабра
перчатки свитер кофта юбка сарафан нижнее белье пижама халат ремень галстук кольцо серьги браслет цепочка расческа лосьон маска
бинт вата таблетки сироп мазь витамины соска бутылочка кроватка погремушка конструктор раскраска карандаши фломастеры пластилин клей
ножницы линейка рюкзак пенал дневник учебник словарь роман сказка журнал гвозди шурупы отвертка дрель перфоратор болгарка сварка
цемент кирпич доска фанера ламинат плитка обои краска лак герметик труба кран смеситель унитаз раковина ванна душ насос
котел розетка выключатель лампочка люстра фонарик батарейка генератор счетчик замок дверь окно двигатель фильтр свечи тормоз диск
колесо сигнализация антифриз коврик палатка удочка гантели мяч ракетка самокат ролики коньки лыжи велосипед
infinix oppo realme vivo poco logitech midea gree haier beko indesit gorenje tefal moulinex bosch makita dewalt
`

const WORDS: ReadonlySet<string> = new Set(
  [...SYNONYM_SEED.flat(), ...MORE.split(/\s+/)].flatMap((phrase) => phrase.split(" ")).map(foldWord)
)
const TRIPLES: ReadonlySet<string> = new Set([...WORDS].flatMap(triplesOf))

/** Each three letters that follow each other, the word's beginning among them. */
function triplesOf(word: string): string[] {
  const marked = `^${word}`
  return Array.from({ length: Math.max(0, marked.length - 2) }, (_, index) => marked.slice(index, index + 3))
}

/** The part of a folded word's letter triples that words of a market have too, 0 to 1. */
export function likelihood(folded: string): number {
  const triples = triplesOf(folded)
  return triples.length ? triples.filter((each) => TRIPLES.has(each)).length / triples.length : 0
}

/** Whether a folded word could be one: a query in the wrong layout could not. */
export function looksLikeWord(folded: string): boolean {
  return likelihood(folded) >= 0.45
}

/** Whether somebody who typed one folded word may have meant another: that one looks like a word, and this one hardly does. */
export function isLikelier(folded: string, than: string): boolean {
  const typed = likelihood(than)
  const meant = likelihood(folded)
  if (WORDS.has(folded) && !WORDS.has(than)) {
    return typed < 0.8 || !canBeSaid(than)
  }
  const isDoubtful = typed < 0.3 || !canBeSaid(than)
  return isDoubtful && meant >= 0.6 && meant - typed >= (canBeSaid(than) ? 0.4 : 0.25)
}

/** Vowels here and there, and no more than three consonants in a row. */
function canBeSaid(folded: string): boolean {
  const sounds = folded.replace(/sh|ch|ng/g, "s")
  const vowels = sounds.replace(/[^aeiou]/g, "").length
  return vowels * 4 >= sounds.length && !/[^aeiou]{4}/.test(sounds)
}
