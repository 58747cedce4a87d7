using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Account;
using AdminOrders.Web.Shell;

var builder = WebApplication.CreateBuilder(args);
// Components' own files are found without publishing, in every environment.
builder.WebHost.UseStaticWebAssets();
var location = StorageLocation.Settle(builder.Configuration, builder.Environment);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddOrderStorage(builder.Configuration);
builder.Services.AddAccounts(location);
builder.Services.AddShell();

var app = builder.Build();
await app.Services.MigrateStorage();
await app.PrepareAccountsAsync();
app.UseShell();
app.MapShell();
app.MapAccounts();
await app.RunAsync();

public partial class Program;
