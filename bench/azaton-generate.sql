-- An old Azaton database (profile A) of any size, for measuring the importer. Into an empty database of its own:
--   psql <address> -v products=10000 -v orders=50000 -f bench/azaton-generate.sql
-- 50 companies, a customer for every five orders, some three lines an order, a sale for every five orders.

CREATE TABLE users (id serial PRIMARY KEY, phone_number varchar(50) NOT NULL UNIQUE, first_name varchar(100) NOT NULL,
  last_name varchar(100) NOT NULL, company_id varchar(50), updated_at timestamptz DEFAULT now(), created_at timestamptz DEFAULT now());
CREATE TABLE companies (id serial PRIMARY KEY, phone varchar(50) NOT NULL UNIQUE, name varchar(255) NOT NULL,
  is_private boolean DEFAULT false, company_id varchar(50) UNIQUE, access_key varchar(100) NOT NULL UNIQUE,
  password varchar(255) NOT NULL, first_name varchar(100), last_name varchar(100), rating_count integer DEFAULT 0,
  rating numeric(3,2) DEFAULT 0, updated_at timestamptz DEFAULT now(), created_at timestamptz DEFAULT now());
CREATE TABLE products (id serial PRIMARY KEY, company_id integer NOT NULL REFERENCES companies (id), name varchar(500) NOT NULL,
  category varchar(255), barcode varchar(100), barid bigint, price numeric(15,2) DEFAULT 0, markup_percent numeric(5,2) DEFAULT 0,
  markup_amount numeric(15,2) DEFAULT 0, selling_price numeric(15,2) DEFAULT 0, quantity integer DEFAULT 0,
  available_for_customers boolean DEFAULT true, has_color_options boolean DEFAULT false, images jsonb DEFAULT '[]',
  updated_at timestamptz DEFAULT now(), created_at timestamptz DEFAULT now());
CREATE TABLE customer_orders (id serial PRIMARY KEY, order_code varchar(100) NOT NULL UNIQUE, company_id integer REFERENCES companies (id),
  user_id integer REFERENCES users (id), user_name varchar(255), user_phone varchar(50), status varchar(50) DEFAULT 'pending',
  payment_confirmed boolean DEFAULT false, total_amount numeric(15,2) DEFAULT 0, markup_profit numeric(15,2) DEFAULT 0,
  items jsonb NOT NULL DEFAULT '[]', created_date timestamptz DEFAULT now(), confirmed_date timestamptz,
  order_date timestamptz DEFAULT now(), updated_at timestamptz DEFAULT now(), created_at timestamptz DEFAULT now());
CREATE TABLE sales_history (id serial PRIMARY KEY, company_id integer NOT NULL REFERENCES companies (id), sale_date timestamptz DEFAULT now(),
  total_amount numeric(15,2) DEFAULT 0, markup_profit numeric(15,2) DEFAULT 0, items jsonb NOT NULL DEFAULT '[]',
  created_at timestamptz DEFAULT now());

INSERT INTO companies (id, phone, name, access_key, password, first_name, last_name)
SELECT n, '9989' || lpad(n::text, 8, '0'), 'Do‘kon ' || n, lpad(n::text, 30, '0'), 'generated', 'Ega', n::text FROM generate_series(1, 50) n;

INSERT INTO users (id, phone_number, first_name, last_name)
SELECT n, '9988' || lpad(n::text, 8, '0'), 'Xaridor', n::text FROM generate_series(1, greatest(:orders / 5, 1)) n;

INSERT INTO products (id, company_id, name, category, barid, price, markup_percent, quantity, available_for_customers, created_at)
SELECT n, 1 + n % 50, 'Mahsulot ' || n, 'Turkum ' || n % 200, 10000 + n / 50, 1000 + (n * 37 % 90000) + (n % 4) * 0.25, n % 40 + 5,
       n % 100, n % 10 <> 0, timestamptz '2025-01-01' + n % 300 * interval '1 day'
  FROM generate_series(1, :products) n;

INSERT INTO customer_orders (id, order_code, company_id, user_id, user_name, user_phone, status, payment_confirmed, total_amount, items,
       created_date, order_date, confirmed_date, created_at)
SELECT o.n, 'ORD-' || o.n, o.company, o.customer, 'Xaridor', '9988' || lpad(o.customer::text, 8, '0'),
       (ARRAY['completed', 'completed', 'completed', 'delivered', 'pending', 'cancelled'])[1 + o.n % 6], o.n % 6 < 4,
       (SELECT sum((i ->> 'total')::numeric) FROM jsonb_array_elements(o.items) i), o.items, o.at, o.at,
       CASE WHEN o.n % 6 < 4 THEN o.at + interval '1 hour' END, o.at
  FROM (SELECT n, 1 + n % 50 AS company, 1 + n % greatest(:orders / 5, 1) AS customer,
               timestamptz '2025-01-01' + n * (interval '600 days' / :orders) AS at,
               (SELECT jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'quantity', p.quantity, 'price', p.price,
                         'price_with_markup', p.sold, 'total', p.sold * p.quantity))
                  FROM (SELECT 50 * ((n * 7 + k * 13) % greatest(:products / 50, 1)) + n % 50 AS id, 'Mahsulot' AS name, 1 + k AS quantity,
                               1000 + n * 3 % 50000 AS price, 1200.55 + n * 3 % 50000 AS sold
                          FROM generate_series(0, 1 + n % 4) k) p WHERE p.id > 0) AS items
          FROM generate_series(1, :orders) n) o
 WHERE o.items IS NOT NULL;

INSERT INTO sales_history (company_id, sale_date, total_amount, items)
SELECT company_id, order_date + interval '2 days', total_amount, items FROM customer_orders WHERE id % 5 = 0;
ANALYZE;
