DELETE FROM "Alerts";
DELETE FROM "AppKeyRoles";
INSERT INTO "AppKeyRoles" ("AppKeyId", "RoleId") VALUES ('appkey-1', 'role-1');
DELETE FROM "AppKeys";
INSERT INTO "AppKeys" ("Id", "Name", "Side", "Party", "SecondCall", "TokenHash", "PreviousHash", "PreviousUntil", "IssuedById", "CreatedAt", "RotatedAt", "RevokedAt", "LastUsedAt") VALUES ('appkey-1', 'ERP', 0, NULL, 10, X'0000000000000000000000000000000000000000000000000000000000000000', NULL, NULL, 'user-1', 639080496000000000, NULL, NULL, NULL);
DELETE FROM "AspNetRoleClaims";
INSERT INTO "AspNetRoleClaims" ("Id", "RoleId", "ClaimType", "ClaimValue") VALUES (1, 'role-1', 'resource', 'CancelAction');
DELETE FROM "AspNetRoles";
INSERT INTO "AspNetRoles" ("Id", "Name", "NormalizedName", "ConcurrencyStamp") VALUES ('role-1', 'Owner', 'OWNER', '351d0921-d2d5-4e78-b6a4-1422a25c1cea');
DELETE FROM "AspNetUserClaims";
DELETE FROM "AspNetUserLogins";
DELETE FROM "AspNetUserRoles";
INSERT INTO "AspNetUserRoles" ("UserId", "RoleId") VALUES ('user-1', 'role-1');
DELETE FROM "AspNetUserTokens";
DELETE FROM "AspNetUsers";
INSERT INTO "AspNetUsers" ("Id", "DisplayName", "UserName", "NormalizedUserName", "Email", "NormalizedEmail", "EmailConfirmed", "PasswordHash", "SecurityStamp", "ConcurrencyStamp", "PhoneNumber", "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnd", "LockoutEnabled", "AccessFailedCount") VALUES ('user-1', 'Ana', 'ana@example.com', 'ANA@EXAMPLE.COM', 'ana@example.com', NULL, 0, NULL, '78e8ab83-7da1-4a22-8fb4-23a6591a30b1', 'dc41e667-d14a-493f-8820-fadd2af4c2ee', NULL, 0, 0, NULL, 0, 0);
DELETE FROM "CancelPosts";
DELETE FROM "CancellationReasonLabels";
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (1, 1, 'Customer changed their mind', 'El cliente cambió de idea', 'O cliente mudou de ideia');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (2, 2, 'Out of stock', 'Sin existencias', 'Sem estoque');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (3, 3, 'Address cannot be delivered to', 'Dirección de entrega no válida', 'Endereço não atendido');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (4, 4, 'Delivery would take too long', 'La entrega tardaría demasiado', 'A entrega demoraria demais');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (5, 5, 'Customer wants another product', 'El cliente quiere otro producto', 'O cliente quer outro produto');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (6, 6, 'Wrong price or promotion', 'Error de precio o de promoción', 'Erro de preço ou de promoção');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (7, 7, 'Payment problem', 'Problema con el pago', 'Problema com o pagamento');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (8, 8, 'Suspected fraud', 'Sospecha de fraude', 'Suspeita de fraude');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (9, 9, 'Duplicate order', 'Pedido duplicado', 'Pedido em duplicidade');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (10, 10, 'I changed my mind', 'Cambié de idea', 'Mudei de ideia');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (11, 11, 'I ordered by mistake', 'Hice el pedido por error', 'Fiz o pedido por engano');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (12, 12, 'I want another product, size or color', 'Quiero otro producto, talla o color', 'Quero outro produto, tamanho ou cor');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (13, 13, 'Delivery takes too long', 'La entrega tarda demasiado', 'A entrega demora demais');
INSERT INTO "CancellationReasonLabels" ("Id", "ReasonId", "En", "Es", "Pt") VALUES (14, 14, 'The delivery address is wrong', 'La dirección de entrega está mal', 'O endereço de entrega está errado');
DELETE FROM "CancellationReasons";
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (1, 'customer-request', 1, 1, 1, 'BUYER_CANCELLED', 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (2, 'no-inventory', 2, 2, 1, 'NO_INVENTORY', 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (3, 'undeliverable-address', 3, 3, 1, 'SHIPPING_ADDRESS_UNDELIVERABLE', 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (4, 'delivery-too-late', 4, 4, 1, NULL, 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (5, 'exchange', 5, 5, 1, 'CUSTOMER_EXCHANGE', 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (6, 'pricing-error', 6, 6, 1, 'PRICING_ERROR', 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (7, 'payment-problem', 7, 7, 1, NULL, 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (8, 'suspected-fraud', 8, 8, 1, NULL, 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (9, 'duplicate-order', 9, 9, 1, NULL, 1);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (10, 'customer-changed-mind', 10, 10, 1, 'BUYER_CANCELLED', 2);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (11, 'customer-mistake', 11, 11, 1, 'BUYER_CANCELLED', 2);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (12, 'customer-wrong-item', 12, 12, 1, 'CUSTOMER_EXCHANGE', 2);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (13, 'customer-too-late', 13, 13, 1, 'BUYER_CANCELLED', 2);
INSERT INTO "CancellationReasons" ("Id", "Code", "LabelId", "Rank", "IsActive", "MarketplaceCode", "ChosenBy") VALUES (14, 'customer-wrong-address', 14, 14, 1, 'SHIPPING_ADDRESS_UNDELIVERABLE', 2);
DELETE FROM "CancellationRequests";
INSERT INTO "CancellationRequests" ("RequestId", "OrderKey", "RequestedBy", "EnteredBySide", "EnteredBy", "EnteredByName", "EnteredByIssuer", "ReasonLabelId", "RequestedAt", "DueAt", "State", "ClosedAt", "ClosedByName", "Receipt", "ClosedByHistoryId") VALUES ('22222222222222222222222222222222', 2, 3, 0, 'user:ana', 'Ana', NULL, NULL, 639080496000000000, 639106416000000000, 0, NULL, NULL, '019cae6b66007ba6b61fb817d848db05', NULL);
DELETE FROM "CustomerLinkKeys";
INSERT INTO "CustomerLinkKeys" ("Number", "Secret", "CreatedAt", "GoodUntil") VALUES (1, X'0000000000000000000000000000000000000000000000000000000000000000', 639080496000000000, NULL);
DELETE FROM "Deliveries";
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer") VALUES (1, 1, '019cae6b66007a739d893dd1a1dc6d2d', 'mail-store', 0, 0, 639080496000000000, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer") VALUES (2, 1, '019cae6b66007a739d893dd1a1dc6d2d', 'mail-customer', 0, 0, 639080496000000000, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer") VALUES (3, 1, '019cae6b66007ca28dc0582cfc8762ef', 'payment', 0, 0, 639080496000000000, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer") VALUES (4, 2, '019cae6b66007ba6b61fb817d848db05', 'mail-store', 0, 0, 639080496000000000, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer") VALUES (5, 3, '019cae6b66007d248cad596f287a40ad', 'payment', 0, 0, 639080496000000000, NULL);
INSERT INTO "Deliveries" ("Id", "OrderKey", "HistoryId", "Consumer", "State", "Attempts", "NextAttemptAt", "LastAnswer") VALUES (6, 4, '019cae6b66007a04949ab0c170d7f9ba', 'payment', 0, 0, 639080496000000000, NULL);
DELETE FROM "History";
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (1, '019cae6b66007f6f88e307571af61dbb', 1, 1, 639080496000000000, 'order-imported', 1, 'window-to-cancel', 5, 'import', 'Import', '{"hash":"56bcee561af78d661c702d033f281eaf9ea8dc81abf187782653e3da6be36662","to":"window-to-cancel"}', '', X'fbe2b7e2e45be1fb2e10c513932422a7532fd0d41f8582834aafbf0a3769a163');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (2, '019cae6b66007a52adc545d931af6eaa', 2, 1, 639080496000000000, 'order-imported', 1, 'ready-for-handling', 5, 'import', 'Import', '{"hash":"8f0957fb80d85ca5db76a907ab836d22860f65dc11379331934835beb09b4b1b","to":"ready-for-handling"}', '', X'3c397027cb50b1b9398c4432e5147261a75124c4ed75b688a43e7755f0b88d71');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (3, '019cae6b66007abbbb072bdfacc198d9', 3, 1, 639080496000000000, 'order-imported', 1, 'handling', 5, 'import', 'Import', '{"hash":"acc126a3d5f4b28070197c00ae771a5fd0661d71ad3d4d00b2e9549d5ab6dc60","to":"handling"}', '', X'e3922761061cd15eaed01ca1054a72df3118467854a368d671181ea75c97eb1c');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (4, '019cae6b66007f3485014d7bb06c1fb3', 4, 1, 639080496000000000, 'order-imported', 1, 'invoiced', 5, 'import', 'Import', '{"hash":"aa082c0e434bb189e09590ab01c3a28725d85aa87127c7dd2f0351ff1cb15132","to":"invoiced"}', '', X'b5ee6fbf7edf31c22491ea84db75f186447a540e174368b59344ba362d867fbc');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (5, '019cae6b66007901baed6149fe3ce107', 5, 1, 639080496000000000, 'order-imported', 1, 'canceled', 5, 'import', 'Import', '{"hash":"515547ecbf0b18c9a5288b1198c0e83aa0eaa2fac138a225150ca1472aa5bff7","to":"canceled"}', '', X'317bc1bcc163058d5e511f1862a07ca764905ba23f6890c1bc848885cfe2c02b');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (6, '019cae6b66007a739d893dd1a1dc6d2d', 1, 2, 639080496000000000, 'order-canceled', 1, 'canceled', 0, 'user:ana', 'Ana', '{"cause":"Direct","requestedBy":"Store","to":"canceled"}', 'reason=f3a5bfc1de4ac9a86bedf6a1e65166f56988f7ca82c35543f0ed81558b6e2f62', X'b4b9fc8efa415cf88223a4d9690b5e8da3345ee799198e3e072de21eb6d2f1be');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (7, '019cae6b660077a8a50c33b367734e5d', 1, 3, 639080496000000000, 'stock-released', 1, 'canceled', 0, 'user:ana', 'Ana', '{"units":[{"reservationId":"r-north","warehouseId":"north","skuId":"sku-1","quantity":3,"wasAcknowledged":false,"destination":"OnSale"},{"reservationId":"r-south","warehouseId":"south","skuId":"sku-2","quantity":2,"wasAcknowledged":false,"destination":"OnSale"}]}', '', X'b07e950284baa63a4cc7977513ddfc83eab8a2334b3b8d08dd724e5f6beb5382');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (8, '019cae6b66007ca28dc0582cfc8762ef', 1, 4, 639080496000000000, 'money-owed', 1, 'canceled', 0, 'user:ana', 'Ana', '{"paymentId":"card","kind":"Refund","amount":10000}', '', X'aa21eddffe5fbf88c0ea0e360332d10b4d44a200da87b61940dffd3649a77fd5');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (9, '019cae6b66007223bf089b23492af5b3', 1, 5, 639080496000000000, 'comment-added', 1, 'canceled', 0, 'user:ana', 'Ana', '{}', 'comment=439942b4def0f254dfdf53d3dd744d789301a615208e5543b39065221221ef88', X'ad35578b937606a2c4612faf7dd79c64fbe06a07c9cc01a12192e770828d4155');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (10, '019cae6b66007ba6b61fb817d848db05', 2, 2, 639080496000000000, 'cancellation-requested', 1, 'cancellation-requested', 0, 'user:ana', 'Ana', '{"requestId":"22222222222222222222222222222222","requestedBy":"Customer","dueAt":"2026-04-01T12:00:00+00:00","to":"cancellation-requested"}', 'reason=9b3ae26c73c0c1b73ed8f52ff43aa0c6b585450331b46f53bbbed9f90b0628b5', X'9ef2b61f15b23f972fb35c885325af02a170bc0f8ebe029956643dff54713a2d');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (11, '019cae6b6600778c9a2b65b8974e6f74', 3, 2, 639080496000000000, 'invoice-recorded', 1, 'handling', 0, 'user:ana', 'Ana', '{"data":{"number":"I-1","value":2000,"issuedAt":"2026-03-02T12:00:00+00:00","items":[{"itemIndex":0,"quantity":1}]},"to":"handling"}', '', X'9b0f9b9ea9d2d01c70433ab94c24975d64f24b49f28e96eb70ee6518ba4726a0');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (12, '019cae6b6600712193f19228ab462b5b', 3, 3, 639080496000000000, 'items-changed', 1, 'handling', 0, 'user:ana', 'Ana', '{"removed":[{"itemIndex":1,"quantity":1}],"value":8000}', 'reason=88e77a3762a0c9411d4fc35cdd4fd88efbb53ae52b33f70fa32b2ca9665b7f94', X'3e6f91273fae82bbc061e41eef209a5a2ae6cf960e0878c13fbecffc5cbc7799');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (13, '019cae6b66007c088cb5beab822e948e', 3, 4, 639080496000000000, 'stock-released', 1, 'handling', 0, 'user:ana', 'Ana', '{"units":[{"reservationId":"r-south","warehouseId":"south","skuId":"sku-2","quantity":1,"wasAcknowledged":true,"destination":"OnSale"}]}', '', X'98ac336d4290de6c0fa3e03876bcd9c8ad7a126fefcb18b08a84ec6389ce43f7');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (14, '019cae6b66007d248cad596f287a40ad', 3, 5, 639080496000000000, 'money-owed', 1, 'handling', 0, 'user:ana', 'Ana', '{"paymentId":"card","kind":"Refund","amount":2000}', '', X'663fd78bbe7a8f8bc1391717830e8730db3b623fe4d1811ddf51be6c2c28d1b6');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (15, '019cae6b66007e1fb4c6f4a28649cce3', 4, 2, 639080496000000000, 'return-invoice-recorded', 1, 'invoiced', 0, 'user:ana', 'Ana', '{"data":{"number":"R-1","value":10000,"issuedAt":"2026-03-02T12:00:00+00:00","items":[{"itemIndex":0,"quantity":3},{"itemIndex":1,"quantity":2}]}}', 'reason=dc3d33817619b8b12ba05ef781bf68c4a23e6ac5196754746dcf09ae9be8f191', X'8f4e5b337d0290de7078bc2cd229d5814db91af4748344f487304951dad1a993');
INSERT INTO "History" ("Position", "HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") VALUES (16, '019cae6b66007a04949ab0c170d7f9ba', 4, 3, 639080496000000000, 'money-owed', 1, 'invoiced', 0, 'user:ana', 'Ana', '{"paymentId":"card","kind":"Refund","amount":10000}', '', X'823f14ca8bc8731f39049855c96fd03b463c6ea7df5e3f1668ac64078ee46e76');
DELETE FROM "HistoryTexts";
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b6600712193f19228ab462b5b', 'reason', 3, X'50370b380d861c5f5f0c4b9d0e0aa173', 'not there');
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b66007223bf089b23492af5b3', 'comment', 1, X'7739c43d771c048240fe02d643f8284e', 'a comment');
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b66007a739d893dd1a1dc6d2d', 'reason', 1, X'b8a5e7a77c266be69c4fce6b3299b3a8', 'sold out');
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b66007ba6b61fb817d848db05', 'reason', 2, X'73e233609968d1e6a6c19b3626565c4a', 'changed my mind');
INSERT INTO "HistoryTexts" ("HistoryId", "Name", "OrderKey", "Salt", "Value") VALUES ('019cae6b66007e1fb4c6f4a28649cce3', 'reason', 4, X'01dfd09cb552d09284959c9ae76a771d', 'came back');
DELETE FROM "InvoiceItems";
INSERT INTO "InvoiceItems" ("InvoiceId", "ItemIndex", "Quantity") VALUES (2, 0, 1);
INSERT INTO "InvoiceItems" ("InvoiceId", "ItemIndex", "Quantity") VALUES (3, 0, 3);
INSERT INTO "InvoiceItems" ("InvoiceId", "ItemIndex", "Quantity") VALUES (3, 1, 2);
DELETE FROM "Invoices";
INSERT INTO "Invoices" ("Id", "OrderKey", "Type", "Number", "Value", "IssuedAt", "Url", "AccessKey", "Courier", "TrackingNumber", "TrackingUrl", "DeliveredDate", "DispatchedDate", "IsDelivered", "Posted", "Steps") VALUES (1, 4, 0, 'F-1', 10000, 639080460000000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "Invoices" ("Id", "OrderKey", "Type", "Number", "Value", "IssuedAt", "Url", "AccessKey", "Courier", "TrackingNumber", "TrackingUrl", "DeliveredDate", "DispatchedDate", "IsDelivered", "Posted", "Steps") VALUES (2, 3, 0, 'I-1', 2000, 639080496000000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "Invoices" ("Id", "OrderKey", "Type", "Number", "Value", "IssuedAt", "Url", "AccessKey", "Courier", "TrackingNumber", "TrackingUrl", "DeliveredDate", "DispatchedDate", "IsDelivered", "Posted", "Steps") VALUES (3, 4, 1, 'R-1', 10000, 639080496000000000, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
DELETE FROM "KeptAnswers";
DELETE FROM "OrderDocuments";
INSERT INTO "OrderDocuments" ("OrderKey", "Content") VALUES (1, X'030c807b226f726465724964223a2263616e63656c65642d3031227d03');
INSERT INTO "OrderDocuments" ("OrderKey", "Content") VALUES (2, X'831b807b226f726465724964223a227265717565737465642d3031222c226974656d73223a5b7b226964223a22736b752d6c6973746564227d5d7d03');
INSERT INTO "OrderDocuments" ("OrderKey", "Content") VALUES (3, X'030b807b226f726465724964223a22706172746c792d3031227d03');
INSERT INTO "OrderDocuments" ("OrderKey", "Content") VALUES (4, X'030c807b226f726465724964223a2272657475726e65642d3031227d03');
INSERT INTO "OrderDocuments" ("OrderKey", "Content") VALUES (5, X'030f807b226f726465724964223a2263616e63656c65642d74686572652d3031227d03');
DELETE FROM "OrderItems";
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (1, 0, 'sku-1', 'Shirt', 3, 0, 0, 0, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (1, 1, 'sku-2', 'Shoes', 2, 0, 0, 0, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (2, 0, 'sku-1', 'Shirt', 3, 0, 0, 0, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (2, 1, 'sku-2', 'Shoes', 2, 0, 0, 0, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (3, 0, 'sku-1', 'Shirt', 3, 1, 0, 0, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (3, 1, 'sku-2', 'Shoes', 2, 0, 1, 0, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (4, 0, 'sku-1', 'Shirt', 3, 3, 0, 3, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (4, 1, 'sku-2', 'Shoes', 2, 2, 0, 2, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (5, 0, 'sku-1', 'Shirt', 3, 0, 0, 0, 2000);
INSERT INTO "OrderItems" ("OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice") VALUES (5, 1, 'sku-2', 'Shoes', 2, 0, 0, 0, 2000);
DELETE FROM "OrderSearch";
INSERT INTO "OrderSearch" ("OrderKey", "Text") VALUES (1, 'canceled-01
5cancel
jose da silva
jose@example.com
12345678900
');
INSERT INTO "OrderSearch" ("OrderKey", "Text") VALUES (2, 'requested-01
5reques
jose da silva
jose@example.com
12345678900
');
INSERT INTO "OrderSearch" ("OrderKey", "Text") VALUES (3, 'partly-01
5partly
jose da silva
jose@example.com
12345678900
');
INSERT INTO "OrderSearch" ("OrderKey", "Text") VALUES (4, 'returned-01
5return
jose da silva
jose@example.com
12345678900
');
INSERT INTO "OrderSearch" ("OrderKey", "Text") VALUES (5, 'canceled-there-01
5cancel
jose da silva
jose@example.com
12345678900
');
DELETE FROM "OrderTerms";
INSERT INTO "OrderTerms" ("Kind", "Value", "CreatedAt", "OrderKey") VALUES (1, 'sku-listed', 639080460000000000, 2);
DELETE FROM "Orders";
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (1, 'canceled-01', '5cancel', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'canceled', NULL, 10000, 'BRL', 639080460000000000, 639080496000000000, NULL, NULL, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', 0, 0, 1, 1, 0, 0, 0, 0, NULL, NULL, 0, NULL, 0, 'Ana', 'user:ana', 639080496000000000, NULL, NULL, '019cae6b66007a739d893dd1a1dc6d2d', X'56bcee561af78d661c702d033f281eaf9ea8dc81abf187782653e3da6be36662', 4, 9, 5, X'ad35578b937606a2c4612faf7dd79c64fbe06a07c9cc01a12192e770828d4155', NULL, NULL, '', '', 0, '', 5, NULL, NULL);
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (2, 'requested-01', '5reques', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'cancellation-requested', 'ready-for-handling', 10000, 'BRL', 639080460000000000, 639080496000000000, NULL, NULL, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', 0, 0, 1, 1, 0, 0, 0, 0, NULL, 639106416000000000, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, X'8f0957fb80d85ca5db76a907ab836d22860f65dc11379331934835beb09b4b1b', 2, 10, 2, X'9ef2b61f15b23f972fb35c885325af02a170bc0f8ebe029956643dff54713a2d', NULL, NULL, '', '', 0, '', 5, NULL, NULL);
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (3, 'partly-01', '5partly', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'handling', NULL, 8000, 'BRL', 639080460000000000, 639080496000000000, NULL, NULL, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', 0, 0, 0, 1, 1, 2000, 0, 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, X'acc126a3d5f4b28070197c00ae771a5fd0661d71ad3d4d00b2e9549d5ab6dc60', 5, 14, 5, X'663fd78bbe7a8f8bc1391717830e8730db3b623fe4d1811ddf51be6c2c28d1b6', NULL, NULL, '', '', 0, '', 4, NULL, NULL);
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (4, 'returned-01', '5return', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'invoiced', NULL, 10000, 'BRL', 639080460000000000, 639080496000000000, NULL, 639080496000000000, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', 0, 0, 0, 1, 1, 10000, 1, 10000, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, X'aa082c0e434bb189e09590ab01c3a28725d85aa87127c7dd2f0351ff1cb15132', 3, 16, 3, X'823f14ca8bc8731f39049855c96fd03b463c6ea7df5e3f1668ac64078ee46e76', NULL, NULL, '', '', 0, '', 5, NULL, NULL);
INSERT INTO "Orders" ("Key", "OrderId", "Sequence", "OrderGroup", "SellerOrderId", "MarketplaceOrderId", "Origin", "AffiliateId", "SalesChannel", "SellerId", "SellerName", "Status", "StatusBefore", "Value", "Currency", "CreatedAt", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CustomerName", "CustomerEmail", "CustomerDocument", "ProductCount", "PaymentNames", "IsMarketplaceOrder", "IsExternalSeller", "IsMovedHere", "IsPaymentRecorded", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "StatusDueAt", "RequestDueAt", "OpenRequests", "CustomerDeclinedAt", "CanceledFor", "CanceledBy", "CanceledById", "CanceledAt", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt", "DocumentHash", "Version", "Position", "HistoryCount", "LastHash", "EstimatedFrom", "EstimatedTo", "GiftListId", "GiftListType", "IsInStore", "OperatorName", "Units", "AssigneeId", "AssigneeName") VALUES (5, 'canceled-there-01', '5cancel', '', '', '', 'Marketplace', '', '1', '1', 'Loja 1', 'canceled', NULL, 10000, 'BRL', 639080460000000000, 639080460000000000, NULL, NULL, 'José da Silva', 'jose@example.com', '12345678900', 2, 'Visa', 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, NULL, 0, '', 'user:ana', 639080495400000000, NULL, NULL, '019cae6b66007901baed6149fe3ce107', X'515547ecbf0b18c9a5288b1198c0e83aa0eaa2fac138a225150ca1472aa5bff7', 1, 5, 1, X'317bc1bcc163058d5e511f1862a07ca764905ba23f6890c1bc848885cfe2c02b', NULL, NULL, '', '', 0, '', 5, NULL, NULL);
DELETE FROM "Payments";
INSERT INTO "Payments" ("OrderKey", "PaymentId", "Place", "TransactionId", "SystemName", "PaymentGroup", "Installments", "State", "Value", "Captured", "Refunded", "Owed", "OwedKind") VALUES (1, 'card', 0, 'T-card', 'Visa', 'creditCard', 1, 3, 10000, 10000, 0, 10000, 1);
INSERT INTO "Payments" ("OrderKey", "PaymentId", "Place", "TransactionId", "SystemName", "PaymentGroup", "Installments", "State", "Value", "Captured", "Refunded", "Owed", "OwedKind") VALUES (2, 'card', 0, 'T-card', 'Visa', 'creditCard', 1, 1, 10000, 0, 0, 0, NULL);
INSERT INTO "Payments" ("OrderKey", "PaymentId", "Place", "TransactionId", "SystemName", "PaymentGroup", "Installments", "State", "Value", "Captured", "Refunded", "Owed", "OwedKind") VALUES (3, 'card', 0, 'T-card', 'Visa', 'creditCard', 1, 3, 10000, 10000, 0, 2000, 1);
INSERT INTO "Payments" ("OrderKey", "PaymentId", "Place", "TransactionId", "SystemName", "PaymentGroup", "Installments", "State", "Value", "Captured", "Refunded", "Owed", "OwedKind") VALUES (4, 'card', 0, 'T-card', 'Visa', 'creditCard', 1, 3, 10000, 10000, 0, 10000, 1);
INSERT INTO "Payments" ("OrderKey", "PaymentId", "Place", "TransactionId", "SystemName", "PaymentGroup", "Installments", "State", "Value", "Captured", "Refunded", "Owed", "OwedKind") VALUES (5, 'card', 0, 'T-card', 'Visa', 'creditCard', 1, 0, 10000, 0, 0, 0, NULL);
DELETE FROM "Positions";
INSERT INTO "Positions" ("Id", "Last") VALUES (1, 16);
DELETE FROM "Reservations";
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (1, 'r-north', 0, 0, 'north', 'sku-1', 3, 3, 3, 0, 0);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (1, 'r-south', 1, 1, 'south', 'sku-2', 3, 2, 2, 0, 0);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (2, 'r-north', 0, 0, 'north', 'sku-1', 1, 3, 0, 0, NULL);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (2, 'r-south', 1, 1, 'south', 'sku-2', 1, 2, 0, 0, NULL);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (3, 'r-north', 0, 0, 'north', 'sku-1', 2, 3, 0, 1, NULL);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (3, 'r-south', 1, 1, 'south', 'sku-2', 2, 2, 1, 0, 0);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (4, 'r-north', 0, 0, 'north', 'sku-1', 3, 3, 0, 3, NULL);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (4, 'r-south', 1, 1, 'south', 'sku-2', 3, 2, 0, 2, NULL);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (5, 'r-north', 0, 0, 'north', 'sku-1', 3, 3, 3, 0, NULL);
INSERT INTO "Reservations" ("OrderKey", "ReservationId", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination") VALUES (5, 'r-south', 1, 1, 'south', 'sku-2', 3, 2, 2, 0, NULL);
DELETE FROM "Restores";
DELETE FROM "Seals";
INSERT INTO "Seals" ("Number", "FirstPosition", "LastPosition", "SealedAt", "Hash") VALUES (1, 1, 16, 639080496000000000, X'3805e55c96f814dfa293274ca2269dda6c3c338f82538209b113d2242011b618');
DELETE FROM "Settings";
INSERT INTO "Settings" ("Name", "Value") VALUES ('policy', '{}');
DELETE FROM "Views";
