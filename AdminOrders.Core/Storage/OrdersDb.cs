using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage;

/// <summary>The model of the store: orders with what belongs to them, accounts, settings.</summary>
public class OrdersDb(DbContextOptions options) : IdentityDbContext<User, Role, string>(options);
