import { Field } from "./fields"

/**
 * Words that head a column, in Uzbek (Latin and Cyrillic), Russian and English, as `normalHeader` leaves them. The
 * exact words of our own export come first in each list (`headers.ts` of the workflows has the printed form).
 */
export const HEADER_WORDS: Record<Field, string[]> = {
  id: ["id", "tizim kodi", "тизим коди", "код системы", "system id"],
  name_uz: [],
  name_ru: [],
  name_en: [],
  category: [
    ..."toifa|turkum|kategoriya|bolim|toifasi|kategoriyasi".split("|"),
    ..."тоифа|туркум|категория|булим|бўлим|раздел|группа товаров|товарная группа".split("|"),
    ..."category|product category|section".split("|"),
  ],
  cost: [
    ..."tannarx|tannarxi|kelish narxi|kirim narxi|olish narxi|xarid narxi|tan narxi|sotib olish narxi".split(
      "|"
    ),
    ..."таннарх|таннархи|келиш нархи|кирим нархи|олиш нархи|харид нархи".split("|"),
    ..."себестоимость|закупочная цена|цена закупки|закупка|цена прихода|приходная цена|входная цена".split(
      "|"
    ),
    ..."cost|cost price|purchase price|buying price|unit cost".split("|"),
  ],
  markup_percent: [
    ..."ustama foiz|ustama|ustama foizi|qoshimcha narx|foiz|foyda foizi".split("|"),
    ..."устама|устама фоиз|устама фоизи|фоиз|фойда фоизи".split("|"),
    ..."наценка|наценка процент|процент наценки|торговая наценка|надбавка".split("|"),
    ..."markup|markup percent|mark up|margin percent".split("|"),
  ],
  price: [
    ..."sotish narxi|narx|narxi|sotuv narxi|chakana narx".split("|"),
    ..."сотиш нархи|нарх|нархи|сотув нархи|чакана нарх".split("|"),
    ..."цена продажи|цена|розничная цена|цена розничная|продажная цена|отпускная цена|стоимость".split("|"),
    ..."price|selling price|retail price|sale price|unit price".split("|"),
  ],
  barcode: [
    ..."shtrixkod|shtrix kod|barkod|shtrix kodi|ean|ean13|ean 13|gtin".split("|"),
    ..."штрихкод|штрих код|штрих коди|баркод|шк".split("|"),
    ..."barcode|bar code|ean code|upc".split("|"),
  ],
  shop_code: [
    ..."dokon kodi|barid|artikul|tovar kodi|mahsulot kodi|ichki kod|kod|kodi".split("|"),
    ..."дукон коди|дўкон коди|товар коди|ички код|барид".split("|"),
    ..."код магазина|артикул|код товара|внутренний код|код".split("|"),
    ..."shop code|sku|article|item code|product code|code".split("|"),
  ],
  stock: [
    ..."qoldiq|soni|miqdori|miqdor|ombordagi soni|dona".split("|"),
    ..."қолдиқ|колдик|сони|миқдори|микдори|дона".split("|"),
    ..."остаток|количество|кол во|наличие|остатки|остаток на складе".split("|"),
    ..."stock|quantity|qty|on hand|in stock|balance".split("|"),
  ],
  is_visible: [
    ..."korinadi|sotuvda|korinishi|faol|saytda korinadi".split("|"),
    ..."кўринади|куринади|сотувда|фаол".split("|"),
    ..."показывать|видимость|виден|видно|активен|в продаже|опубликован".split("|"),
    ..."visible|visibility|active|published|on sale".split("|"),
  ],
  ikpu: "ikpu|mxik|mxik kodi|икпу|мхик|мхик коди|код икпу|икпу код|ikpu code|mxik code|tasnif kodi".split(
    "|"
  ),
  package_code: [
    ..."qadoq kodi|ozrov kodi|qadoqlash kodi|қадоқ коди".split("|"),
    ..."код упаковки|упаковка|package code|package|packaging code".split("|"),
  ],
  vat_percent: [
    ..."qqs foiz|qqs|qqs foizi|qqs stavkasi|ққс|ққс фоиз|ккс".split("|"),
    ..."ндс|ндс процент|ставка ндс|процент ндс|vat percent|vat|vat rate|tax rate".split("|"),
  ],
  description: [
    ..."tavsif|tavsifi|izoh|malumot|тавсиф|таъриф|изоҳ".split("|"),
    ..."описание|описание товара|description|product description|details".split("|"),
  ],
  images: [
    ..."rasmlar|rasm|rasm havolasi|surat|suratlar|расм|расмлар|сурат".split("|"),
    ..."картинки|картинка|фото|изображение|изображения|ссылка на фото|images|image|photo|photos|picture|image url".split(
      "|"
    ),
  ],
  group: [
    ..."guruh|guruh kodi|guruhi|гуруҳ|гурух".split("|"),
    ..."группа|группа вариантов|group|group key|variant group|parent".split("|"),
  ],
  options: [
    ..."xususiyatlar|xususiyat|turlari|variant xususiyatlari|хусусиятлар".split("|"),
    ..."свойства|характеристики|опции|options|option|attributes|variant options".split("|"),
  ],
  variant_title: [
    ..."tur nomi|variant nomi|variant|тур номи|вариант номи".split("|"),
    ..."название варианта|вариант|variant title|variant name".split("|"),
  ],
}

/** Words for "name"; with a mark of a language behind or before them they are that language's name. */
export const NAME_WORDS = [
  ..."nomi|nom|tovar nomi|mahsulot nomi|tovar|mahsulot|номи|ном|товар номи|маҳсулот номи|махсулот номи|маҳсулот".split(
    "|"
  ),
  ..."название|наименование|название товара|наименование товара|товар|номенклатура|имя".split("|"),
  ..."name|product name|title|product title|product|item|item name|goods".split("|"),
]

/** Marks of a language in a header. */
export const LANGUAGE_MARKS: Record<"name_uz" | "name_ru" | "name_en", string[]> = {
  name_uz:
    "uz|uzb|ozbekcha|ozbek|ozbek tilida|узб|ўзбекча|узбекча|на узбекском|узбекский|uzbek|in uzbek|o z".split(
      "|"
    ),
  name_ru: "ru|rus|ruscha|rus tilida|рус|русча|на русском|русский|russian|in russian".split("|"),
  name_en: "en|eng|inglizcha|ingliz tilida|англ|инглизча|на английском|английский|english|in english".split(
    "|"
  ),
}
